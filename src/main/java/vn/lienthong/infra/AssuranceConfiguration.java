package vn.lienthong.infra;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What identity and the hub both hold log-ins against. */
@Configuration(proxyBeanMethods = false)
class AssuranceConfiguration {

    @Bean
    LeastAssurance leastAssurance(HubHome home) {
        return LeastAssurance.of(home);
    }
}
