package vn.lienthong.infra;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Redis holds only what may be lost: a command that cannot be answered at once fails at once. */
@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Bean(destroyMethod = "shutdown")
    ClientResources cacheResources() {
        return ClientResources.builder()
                .reconnectDelay(
                        Delay.exponential(Duration.ofMillis(50), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS))
                .build();
    }

    @Bean
    LettuceConnectionFactory redisConnectionFactory(PartAddresses addresses, ClientResources cacheResources) {
        var cache = addresses.cache();
        var server = new RedisStandaloneConfiguration(cache.host(), cache.port());
        server.setPassword(cache.password());
        return new LettuceConnectionFactory(server, client(cache, cacheResources));
    }

    private static LettuceClientConfiguration client(PartAddresses.Cache cache, ClientResources resources) {
        var client = LettuceClientConfiguration.builder()
                .clientResources(resources)
                .commandTimeout(PATIENCE)
                .shutdownTimeout(Duration.ZERO)
                .clientOptions(ClientOptions.builder()
                        .autoReconnect(true)
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                        .socketOptions(
                                SocketOptions.builder().connectTimeout(PATIENCE).build())
                        .build());
        return cache.tls() ? client.useSsl().and().build() : client.build();
    }
}
