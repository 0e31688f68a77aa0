package vn.lienthong.hub.platform.seal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.lienthong.infra.HubHome;

@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    MasterKey masterKey(HubHome home, Environment environment) {
        return MasterKeyFile.read(home, environment.getProperty(MasterKeyFile.VARIABLE, ""));
    }
}
