package vn.lienthong.hub.intake;

import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
class DoorConfiguration {

    /** Asked before the controllers. */
    @Bean
    SimpleUrlHandlerMapping door(SubmissionEndpoint submissions) {
        return new SimpleUrlHandlerMapping(Map.of(SubmissionEndpoint.PATH, submissions), Ordered.HIGHEST_PRECEDENCE);
    }
}
