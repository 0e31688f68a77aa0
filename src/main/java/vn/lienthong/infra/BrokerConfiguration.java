package vn.lienthong.infra;

import jakarta.jms.JMSException;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The way to the broker: a pool whose consumer sessions also carry the forward sends of their thread, and the raw
 * factory for the door, which sends asynchronously and waits for confirmations.
 */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    private static final int CONFIRMATION_WINDOW = 1024 * 1024;

    @Bean(destroyMethod = "close")
    ActiveMQConnectionFactory brokerConnectionFactory(PartAddresses addresses) throws JMSException {
        return connectionFactory(addresses.broker());
    }

    @Bean(destroyMethod = "stop")
    @Primary
    JmsPoolConnectionFactory jmsConnectionFactory(PartAddresses addresses) throws JMSException {
        return pool(connectionFactory(addresses.broker()));
    }

    static ActiveMQConnectionFactory connectionFactory(PartAddresses.Broker broker) throws JMSException {
        var factory = new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
        factory.setBlockOnDurableSend(true);
        factory.setCallTimeout(Duration.ofSeconds(5).toMillis());
        factory.setConfirmationWindowSize(CONFIRMATION_WINDOW);
        return factory;
    }

    static JmsPoolConnectionFactory pool(ActiveMQConnectionFactory factory) {
        var pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(factory);
        pool.setMaxConnections(4);
        pool.setMaxSessionsPerConnection(500);
        return pool;
    }
}
