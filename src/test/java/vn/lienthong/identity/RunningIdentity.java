package vn.lienthong.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.InfraConfiguration;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;
import vn.lienthong.standin.StandIn;
import vn.lienthong.standin.StandInOptions;

/** Identity without the hub, in this process, on the real parts with a database of its own; close it when done. */
public final class RunningIdentity implements AutoCloseable {

    private static final String STAND_IN_PASSWORD = "the-stand-ins-password";

    private final HubHome home;
    private final ConfigurableApplicationContext infra;
    private final ConfigurableApplicationContext identity;
    private final URI issuer;
    private final boolean shared;

    /** Once its tables, keys and clients are there. */
    private void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(secret("demo-portal"))
                        && bean(JdbcTemplate.class)
                                        .queryForList("select hash from identity.client_secrets")
                                        .size()
                                > 2);
    }

    private RunningIdentity(
            HubHome home, ConfigurableApplicationContext infra, boolean shared, int port, Map<String, Object> more) {
        this.home = home;
        this.infra = infra;
        this.shared = shared;
        this.issuer = URI.create("http://127.0.0.1:" + port);
        Map<String, Object> web = new HashMap<>(Map.of(
                "server.port", port, "server.address", "127.0.0.1", "lienthong.identity.issuer", issuer.toString()));
        web.putAll(more);
        identity = quiet(new SpringApplicationBuilder(IdentityApplication.class))
                .sources(TrialLogin.class)
                .parent(infra)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=identity")
                .initializers(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", web)))
                .run();
        awaitReady();
    }

    private static ConfigurableApplicationContext infra(HubHome home, PartAddresses addresses) {
        ApplicationContextInitializer<ConfigurableApplicationContext> given = context -> {
            context.getBeanFactory().registerSingleton("hubHome", home);
            context.getBeanFactory().registerSingleton("partAddresses", addresses);
        };
        return quiet(new SpringApplicationBuilder(InfraConfiguration.class))
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=infra")
                .initializers(given)
                .run();
    }

    public static RunningIdentity start() {
        return start(Map.of());
    }

    /** With the clients of the working copy and these settings besides. */
    public static RunningIdentity start(Map<String, Object> more) {
        RealParts parts = RealParts.shared();
        return start(parts.freshHome(), parts.addressesWithFreshDatabase(), FreePort.next(), more);
    }

    public static RunningIdentity start(HubHome home, PartAddresses parts, int port, Map<String, Object> more) {
        return new RunningIdentity(home, infra(home, parts), false, port, more);
    }

    /** With the stand-ins of the national providers to log in at; the caller closes both. */
    public static RunningIdentity with(StandIn standIn, Map<String, Object> more) {
        RealParts parts = RealParts.shared();
        HubHome home = parts.freshHome();
        PartAddresses all = parts.addressesWithFreshDatabase();
        write(home.secrets().resolve("national"), STAND_IN_PASSWORD);
        var addresses = new PartAddresses(all.database(), all.cache(), all.broker(), URI.create(standIn.url()));
        return start(home, addresses, FreePort.next(), more);
    }

    public static StandIn standIn() {
        try {
            return StandIn.start(StandInOptions.of(Files.createTempDirectory("stand-in"), STAND_IN_PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside a hub, under the parent context that both share in one process; close it before the hub. */
    public static RunningIdentity beside(RunningHub hub, int port) {
        var parent = (ConfigurableApplicationContext)
                Objects.requireNonNull(hub.context().getParent());
        return new RunningIdentity(hub.bean(HubHome.class), parent, true, port, Map.of());
    }

    public URI issuer() {
        return issuer;
    }

    public Path secret(String client) {
        return home.secrets().resolve("clients").resolve(client);
    }

    public HubHome home() {
        return home;
    }

    public <T> T bean(Class<T> type) {
        return identity.getBean(type);
    }

    /** What otherwise the clock does. */
    public void runs(String bean, String method) {
        Object work = identity.getBean(bean);
        ReflectionTestUtils.invokeMethod(work, method);
    }

    public ConfigurableApplicationContext context() {
        return identity;
    }

    @Override
    public void close() {
        identity.close();
        if (!shared) {
            infra.close();
        }
    }

    private static SpringApplicationBuilder quiet(SpringApplicationBuilder builder) {
        return builder.registerShutdownHook(false).bannerMode(Banner.Mode.OFF).logStartupInfo(false);
    }
}
