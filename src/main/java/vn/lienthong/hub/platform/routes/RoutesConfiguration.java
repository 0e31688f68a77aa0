package vn.lienthong.hub.platform.routes;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.trace.Traces;
import vn.lienthong.infra.HubHome;

@Configuration(proxyBeanMethods = false)
class RoutesConfiguration {

    private static final int RECONNECT_MILLIS = 1_000;

    /**
     * The listener's own local transaction carries the sends of its thread: no transaction manager, pooled connections,
     * consumers kept. Nobody is answered through a queue, so a reply address in a message is ignored.
     */
    @Bean
    JmsComponent jms(ConnectionFactory broker) {
        return jmsOver(broker);
    }

    static JmsComponent jmsOver(ConnectionFactory broker) {
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(broker);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        jms.setDisableReplyTo(true);
        jms.setRecoveryInterval(RECONNECT_MILLIS);
        jms.setErrorHandlerLogStackTrace(false);
        return jms;
    }

    @Bean
    RouteFolder routeFolder(HubHome home, RouteChoice choice) {
        return new RouteFolder(home.routes(), choice);
    }

    @Bean
    CamelContextConfiguration routes(
            HubHome home,
            DatabaseBreaker breaker,
            Deliveries deliveries,
            RouteTraffic traffic,
            Traces traces,
            RouteFolder folder) {
        return new CamelContextConfiguration() {

            @Override
            public void beforeApplicationStart(CamelContext context) {
                context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerBuilder());
                context.getInflightRepository().setInflightBrowseEnabled(true);
                context.addRoutePolicyFactory(
                        (camel, id, route) -> new TransactedRoutePolicy(breaker, deliveries, traffic, traces));
                folder.load(context);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                if (context.getRoutesSize() == 0) {
                    throw new IllegalStateException("No route came out of " + home.routes());
                }
            }
        };
    }
}
