package vn.lienthong.hub.intake;

import io.micrometer.observation.ObservationPredicate;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
class DoorConfiguration {

    /** Asked before the controllers. */
    @Bean
    SimpleUrlHandlerMapping door(SubmissionEndpoint submissions, SoapEndpoint service, EnvelopeEndpoint envelopes) {
        return new SimpleUrlHandlerMapping(
                Map.of(
                        SubmissionEndpoint.PATH,
                        submissions,
                        SoapEndpoint.PATH,
                        service,
                        EnvelopeEndpoint.LOGIN,
                        envelopes,
                        EnvelopeEndpoint.CALL,
                        envelopes),
                Ordered.HIGHEST_PRECEDENCE);
    }

    /** The share of the consumers; the door has its own, for what the door took fast may be worked off slowly. */
    @Bean
    FairShare consumersShare(PaceSettings settings) {
        return FairShare.of(settings);
    }

    /** {@link DoorMeters} measures the door; observing each push as other requests are observed would slow it down. */
    @Bean
    ObservationPredicate doorMeasuresItself() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request && isPush(request));
    }

    private static boolean isPush(ServerRequestObservationContext request) {
        return request.getCarrier() != null
                && request.getCarrier().getPath().value().startsWith("/api/v1/senders/");
    }
}
