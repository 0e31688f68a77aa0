package vn.lienthong.hub.intake;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.InfraConfiguration;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/** The hub up to the broker, on the real parts, with BlockHound (installed for every test) watching its event loops. */
final class DoorUnderTest implements AutoCloseable {

    private final ConfigurableApplicationContext infra;
    private final ConfigurableApplicationContext hub;
    private final HubHome home;

    private DoorUnderTest(HubHome home, PartAddresses addresses, Map<String, Object> settings, Class<?>... extra) {
        this.home = home;
        this.infra = infra(home, addresses);
        this.hub = hub(infra, settings, extra);
    }

    /** The door of all tests that need nothing special; open until the test process ends. */
    static DoorUnderTest shared() {
        return Shared.DOOR;
    }

    /** {@code extra} beans replace or complete ours. */
    static DoorUnderTest open(HubHome home, PartAddresses addresses, Map<String, Object> settings, Class<?>... extra) {
        return new DoorUnderTest(home, addresses, settings, extra);
    }

    /** Folders of its own; its senders are those of {@code src/test/resources/door}. */
    static HubHome home(Mode mode) {
        HubHome fresh = RealParts.shared().freshHome();
        Path config = fresh.data().resolve("config-files");
        try {
            FileSystemUtils.copyRecursively(fresh.config().resolve("province"), config.resolve("province"));
            try (Stream<Path> files = Files.walk(config)) {
                for (Path file :
                        files.filter(path -> path.endsWith("senders.yaml")).toList()) {
                    Files.delete(file);
                }
            }
            FileSystemUtils.copyRecursively(
                    Path.of("src/test/resources/door/departments"), config.resolve("departments"));
            Files.createDirectories(fresh.secrets());
            Files.writeString(fresh.secrets().resolve("admin-token"), "the-token-of-this-machine");
            Files.writeString(
                    fresh.secrets().resolve("master-key"), Base64.getEncoder().encodeToString(new byte[32]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HubHome(mode, fresh.data(), fresh.secrets(), fresh.routes(), config, fresh.mocks());
    }

    String url() {
        return "http://127.0.0.1:" + hub.getEnvironment().getProperty("local.server.port");
    }

    /** A client that carries the key issued to this principal at the first start. */
    DoorClient as(String principal) {
        return new DoorClient(url(), key(principal));
    }

    DoorClient anonymous() {
        return new DoorClient(url(), "");
    }

    String key(String principal) {
        try {
            return Files.readString(home.secrets().resolve("keys").resolve(principal))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HubHome home() {
        return home;
    }

    <T> T bean(Class<T> type) {
        return hub.getBean(type);
    }

    PreparedOutcomes register() {
        return hub.getBean(PreparedOutcomes.class);
    }

    /** Everything that waits on {@code door.<sender>}, taken off it. */
    List<Map<String, Object>> received(String sender) throws JMSException {
        JmsPoolConnectionFactory pool = (JmsPoolConnectionFactory) infra.getBean(ConnectionFactory.class);
        try (var connection = pool.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var consumer = session.createConsumer(session.createQueue("door." + sender))) {
            connection.start();
            List<Map<String, Object>> messages = new ArrayList<>();
            for (var next = consumer.receive(500); next != null; next = consumer.receive(500)) {
                messages.add(read((BytesMessage) next));
            }
            return messages;
        }
    }

    private static Map<String, Object> read(BytesMessage message) throws JMSException {
        Map<String, Object> read = new HashMap<>();
        for (var name : java.util.Collections.list(message.getPropertyNames())) {
            read.put((String) name, message.getObjectProperty((String) name));
        }
        read.put("body", message.getBody(byte[].class));
        read.put("deliveryMode", message.getJMSDeliveryMode());
        read.put("priority", message.getJMSPriority());
        return read;
    }

    private static ConfigurableApplicationContext infra(HubHome home, PartAddresses addresses) {
        return new SpringApplicationBuilder(InfraConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=infra")
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("hubHome", home);
                    context.getBeanFactory().registerSingleton("partAddresses", addresses);
                })
                .run();
    }

    private static ConfigurableApplicationContext hub(
            ConfigurableApplicationContext infra, Map<String, Object> settings, Class<?>... extra) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("server.port", "0");
        all.put("server.address", "127.0.0.1");
        all.put("lienthong.node", "test");
        all.put("spring.autoconfigure.exclude", "org.apache.camel.spring.boot.CamelAutoConfiguration");
        return new SpringApplicationBuilder(OnlyTheDoor.class)
                .sources(extra)
                .parent(infra)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=hub")
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
                    context.getBeanFactory().registerSingleton("outcomes", new PreparedOutcomes());
                })
                .run();
    }

    @Override
    public void close() {
        hub.close();
        infra.close();
    }

    /** Not a component, so that the scan of a whole hub does not find it. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "vn.lienthong.hub.platform",
                "vn.lienthong.hub.catalog",
                "vn.lienthong.hub.access",
                "vn.lienthong.hub.intake"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*\\.intake\\.[a-z]+\\..*|.*\\.catalog\\.imports\\..*|.*\\.platform\\.(Route|routes\\.).*|.*Test.*"))
    static class OnlyTheDoor {

        /** Event loops of its own: the shared ones stop with the first context of the test process that closes. */
        @Bean
        ReactorResourceFactory ownEventLoops() {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
    }

    private static final class Shared {
        static final DoorUnderTest DOOR =
                open(home(Mode.STANDALONE), RealParts.shared().addressesWithFreshDatabase(), Map.of());
    }
}
