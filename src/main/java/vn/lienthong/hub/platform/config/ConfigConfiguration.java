package vn.lienthong.hub.platform.config;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConfigConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    AppliedConfig appliedConfig(ConfigVersions versions) {
        return versions.start();
    }
}
