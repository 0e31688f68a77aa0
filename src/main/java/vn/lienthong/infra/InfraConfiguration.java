package vn.lienthong.infra;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The parent context, without web: one pool to the database, one connection to the cache, one to the broker, shared by
 * the hub and its sibling contexts. Nothing here connects before it is used.
 *
 * <p>{@link HubHome} and {@link PartAddresses} are registered by whoever starts it.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    AssuranceConfiguration.class,
    SealConfiguration.class,
    DatabaseConfiguration.class,
    CacheConfiguration.class,
    BrokerConfiguration.class
})
public class InfraConfiguration {}
