package vn.lienthong;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.lienthong.hub.HubApplication;
import vn.lienthong.infra.BrokerGate;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.InfraConfiguration;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.NodeSettings;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.Settings;
import vn.lienthong.infra.StartFailure;
import vn.lienthong.infra.local.LocalParts;

/**
 * One hub from start to stop. What was opened last is closed first: the hub's context (routes drain, the web server
 * finishes its requests), then the pools, then the servers they were connected to.
 */
final class HubProcess {

    private static final Logger log = LoggerFactory.getLogger(HubProcess.class);

    private final Settings settings;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean stopping;

    private HubProcess(Settings settings) {
        this.settings = settings;
    }

    /** Starts the hub; a failure is told in a few lines and ends the process with status 1. */
    static void start(Settings settings, String[] args) {
        long began = System.nanoTime();
        begin(settings, process -> process.open(args, began));
    }

    private static void begin(Settings settings, Consumer<HubProcess> what) {
        var process = new HubProcess(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "stop"));
        // parts that start before Spring must not log in the logging library's own default form
        LoggingSystem.get(HubProcess.class.getClassLoader()).beforeInitialize();
        try {
            what.accept(process);
        } catch (Throwable failure) {
            process.failed(failure);
        }
    }

    /** Starts identity alone, on the servers that the environment names. */
    static void startIdentity(Settings settings) {
        begin(settings, HubProcess::identityAlone);
    }

    private void open(String[] args, long began) {
        HubHome home = HubHome.of(settings);
        if (home.mode() == Mode.STANDALONE) {
            standalone(home, args).print(System.out, Duration.ofNanos(System.nanoTime() - began));
        } else {
            int port = node(home, args);
            log.info("Node ready on port {}, data in {}", port, home.data());
        }
    }

    private Banner standalone(HubHome home, String[] args) {
        LocalParts parts = closeLater(LocalParts.on(home, settings, System.out::println));
        CompletableFuture<Void> servers = parts.startServers();
        CompletableFuture<Void> standIn = parts.startStandIn();
        var infra = closeLater(infra(home, parts.addresses(), Optional.of(parts.brokerGate())));
        parts.startBroker();
        LocalParts.await(servers);
        String console = settings.orElse("LIENTHONG_CONSOLE_ADDRESS", "http://127.0.0.1:" + parts.hubPort());
        Optional<IdentityContext> identity = IdentityContext.wanted(settings, home.mode())
                ? Optional.of(IdentityContext.standalone(settings, parts.identityPort(), console))
                : Optional.empty();
        var web = settings(parts.hubPort(), identity);
        web.put("server.address", settings.orElse("LIENTHONG_BIND", "127.0.0.1"));
        web.put("lienthong.console.address", console);
        beside(identity, infra, () -> closeLater(hub(infra, web, args)));
        LocalParts.await(standIn);
        return Banner.standalone(
                home,
                parts.hubPort(),
                identity.map(IdentityContext::issuer),
                parts.addresses().nationalPortal());
    }

    /** Both contexts at a time: neither needs the other to start, and a start is mostly waiting for classes. */
    private void beside(Optional<IdentityContext> identity, ConfigurableApplicationContext infra, Runnable hub) {
        var second = identity.map(context -> CompletableFuture.runAsync(
                () -> closeLater(context.start(infra)),
                task -> Thread.ofPlatform().name("identity-start").start(task)));
        hub.run();
        second.ifPresent(LocalParts::await);
    }

    private void identityAlone() {
        HubHome home = HubHome.of(settings);
        if (home.mode() != Mode.NODE) {
            throw new StartFailure(
                    "identity alone brings no servers of its own",
                    "set LIENTHONG_MODE=node and the servers' addresses");
        }
        var context = IdentityContext.node(settings);
        var infra = closeLater(infra(home, NodeSettings.addresses(settings), Optional.empty()));
        closeLater(context.start(infra));
        log.info("Identity ready on port {} as {}", context.port(), context.issuer());
    }

    private int node(HubHome home, String[] args) {
        var infra = closeLater(infra(home, NodeSettings.addresses(settings), Optional.empty()));
        int port = Integer.parseInt(settings.orElse("LIENTHONG_PORT", "8080"));
        Optional<IdentityContext> identity = IdentityContext.wanted(settings, home.mode())
                ? Optional.of(IdentityContext.node(settings))
                : Optional.empty();
        beside(identity, infra, () -> closeLater(hub(infra, settings(port, identity), args)));
        return port;
    }

    /** The hub takes the tokens of the provider beside it; another one's issuer is set as any setting is. */
    private static Map<String, Object> settings(int port, Optional<IdentityContext> identity) {
        var chosen = new HashMap<String, Object>(Map.of("server.port", port));
        identity.ifPresent(context -> chosen.putAll(Map.of(
                "lienthong.access.tokens.issuer",
                context.issuer().toString(),
                "lienthong.access.tokens.jwk-set-uri",
                "http://127.0.0.1:" + context.port() + "/oauth2/jwks")));
        return chosen;
    }

    private static ConfigurableApplicationContext infra(
            HubHome home, PartAddresses addresses, Optional<BrokerGate> gate) {
        ApplicationContextInitializer<ConfigurableApplicationContext> given = context -> {
            context.getBeanFactory().registerSingleton("hubHome", home);
            context.getBeanFactory().registerSingleton("partAddresses", addresses);
            gate.ifPresent(own -> context.getBeanFactory().registerSingleton("brokerGate", own));
        };
        return quiet(new SpringApplicationBuilder(InfraConfiguration.class))
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=infra")
                .profiles(home.mode().name().toLowerCase(Locale.ROOT))
                .initializers(given)
                .run();
    }

    private static ConfigurableApplicationContext hub(
            ConfigurableApplicationContext infra, Map<String, Object> web, String[] args) {
        return quiet(new SpringApplicationBuilder(HubApplication.class))
                .parent(infra)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=hub")
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("chosen at start", web)))
                .run(args);
    }

    static SpringApplicationBuilder quiet(SpringApplicationBuilder builder) {
        return builder.registerShutdownHook(false)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false);
    }

    private synchronized <T extends AutoCloseable> T closeLater(T part) {
        opened.push(part);
        return part;
    }

    private void stop() {
        stopping = true;
        for (AutoCloseable part : snapshot()) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("While stopping: " + e.getMessage());
            }
        }
    }

    private synchronized Deque<AutoCloseable> snapshot() {
        return new ArrayDeque<>(opened);
    }

    private void failed(Throwable failure) {
        if (!stopping) {
            FailureReport.of(failure).print(System.err, HubHome.of(settings).data());
            System.exit(1);
        }
    }
}
