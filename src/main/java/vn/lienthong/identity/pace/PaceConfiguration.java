package vn.lienthong.identity.pace;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.trust.Seal;

/** Where the two limits stand: addresses before everything, clients once they have proven themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaceSettings.class)
class PaceConfiguration {

    @Bean
    FilterRegistrationBean<AddressPace> addressPace(
            Tally tally, Origins origins, Denials denials, Seal seal, PaceSettings settings, Clock clock) {
        var filter = new FilterRegistrationBean<>(new AddressPace(tally, origins, denials, seal, settings, clock));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }

    @Bean
    PaceOfClients paceOfClients(Tally tally, Clients clients, Denials denials, PaceSettings settings) {
        return http ->
                http.addFilterBefore(new ClientPace(tally, clients, denials, settings), AuthorizationFilter.class);
    }
}
