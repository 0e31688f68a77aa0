package vn.lienthong.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.client.ReactorResourceFactory;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.InfraConfiguration;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/** A whole hub in this process, on the real parts with a database and a data folder of its own; close it when done. */
public final class RunningHub implements AutoCloseable {

    private final HubHome home;
    private final ConfigurableApplicationContext infra;
    private final ConfigurableApplicationContext hub;

    private RunningHub(HubHome home, PartAddresses addresses, Map<String, Object> settings, Class<?>... extra) {
        this.home = home;
        ApplicationContextInitializer<ConfigurableApplicationContext> given = context -> {
            context.getBeanFactory().registerSingleton("hubHome", home);
            context.getBeanFactory().registerSingleton("partAddresses", addresses);
        };
        infra = quiet(new SpringApplicationBuilder(InfraConfiguration.class))
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=infra")
                .initializers(given)
                .run();
        Map<String, Object> web = new HashMap<>(settings);
        web.putIfAbsent("lienthong.console.remembered", "0s");
        web.putAll(Map.of("server.port", 0, "server.address", "127.0.0.1"));
        hub = quiet(new SpringApplicationBuilder(HubApplication.class))
                .sources(OwnEventLoops.class)
                .sources(extra)
                .parent(infra)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=hub")
                .initializers(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", web)))
                .run();
    }

    /** With the routes and the configuration of the working copy; {@code extra} beans replace or complete ours. */
    public static RunningHub start(Class<?>... extra) {
        RealParts parts = RealParts.shared();
        return start(parts.freshHome(), parts.addressesWithFreshDatabase(), extra);
    }

    /** With these settings besides those of the working copy. */
    public static RunningHub with(Map<String, Object> settings) {
        RealParts parts = RealParts.shared();
        return new RunningHub(parts.freshHome(), parts.addressesWithFreshDatabase(), settings);
    }

    /** The same, with a home and parts of its own. */
    public static RunningHub with(HubHome home, PartAddresses addresses, Map<String, Object> settings) {
        return new RunningHub(home, addresses, settings);
    }

    public static RunningHub start(HubHome home, PartAddresses addresses, Class<?>... extra) {
        return new RunningHub(home, addresses, Map.of(), extra);
    }

    public <T> T bean(Class<T> type) {
        return hub.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return hub;
    }

    /** A client with the key issued to this principal at the first start. */
    public HubClient as(String principal) {
        try {
            Path key = home.secrets().resolve("keys").resolve(principal);
            return new HubClient(url(), Files.readString(key).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HubClient anonymous() {
        return new HubClient(url(), "");
    }

    private String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return hub.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        hub.close();
        infra.close();
    }

    private static SpringApplicationBuilder quiet(SpringApplicationBuilder builder) {
        return builder.registerShutdownHook(false).bannerMode(Banner.Mode.OFF).logStartupInfo(false);
    }

    /** The shared event loops stop with the first hub of the test process that closes. */
    static class OwnEventLoops {

        @Bean
        ReactorResourceFactory ownEventLoops() {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
    }
}
