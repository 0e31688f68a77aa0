package vn.lienthong.hub.platform.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.infra.RealParts;

/** Whatever a route has sent is unsent when the route fails afterwards: all of it is one transaction of the broker. */
class ForwardsTest {

    private static final Path TEMPLATES = Path.of("routes", "templates");
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final String sender = "forwards-" + RUNS.incrementAndGet();
    private final Steps steps = new Steps();
    private JmsPoolConnectionFactory broker;
    private DefaultCamelContext camel;

    @TempDir
    Path folder;

    @BeforeEach
    void connect() throws JMSException {
        broker = RealParts.shared().jms();
        camel = new DefaultCamelContext();
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerBuilder());
        JmsComponent jms = RoutesConfiguration.jmsOver(broker);
        camel.addComponent("jms", jms);
        camel.getRegistry().bind("submissions", steps);
        camel.getRegistry().bind("parking", steps);
        camel.getRegistry().bind("turns", new Turns());
    }

    @AfterEach
    void disconnect() {
        camel.stop();
        broker.stop();
    }

    /** Stands for the register: the first step has two records to forward. */
    public static final class Steps {

        private final List<Integer> deliveries = Collections.synchronizedList(new ArrayList<>());

        public Iterator<Message> receive(Exchange exchange) {
            deliveries.add(exchange.getMessage().getHeader("JMSXDeliveryCount", Integer.class));
            return List.of(message(exchange), message(exchange)).iterator();
        }

        public void submission(Exchange exchange) throws Exception {
            throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        }

        private static Message message(Exchange exchange) {
            return new DefaultMessage(exchange.getContext());
        }
    }

    /** It is always everybody's turn. */
    public static final class Turns {

        public void await(Exchange exchange) {
            assertThat(exchange.getMessage().getHeader("sender")).isNotNull();
        }
    }

    static Stream<Arguments> everyForward() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files
                    .sorted()
                    .filter(file -> Files.exists(file) && forwards(read(file)).size() > 0)
                    .flatMap(file -> IntStream.range(0, forwards(read(file)).size())
                            .mapToObj(forward -> Arguments.of(file.getFileName().toString(), forward)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyForward")
    void sendsNothingWhenARouteFailsAfterAForward(String file, int forward) throws Exception {
        JsonNode template = read(TEMPLATES.resolve(file));
        throwAfter(forwards(template).get(forward));
        start(template);

        String queue = template.get(0).at("/routeTemplate/id").asString() + "." + sender;
        send(queue);
        await().atMost(Duration.ofSeconds(60)).until(() -> steps.deliveries.size() >= 2);
        camel.stop();

        // A message given back is seen again after the broker's redelivery delay.
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting(queue) == 1);
        assertThat(waiting("record." + sender)).isEqualTo(queue.startsWith("record.") ? 1 : 0);
    }

    private void start(JsonNode template) throws Exception {
        Files.writeString(
                folder.resolve("template.camel.yaml"), YAMLMapper.shared().writeValueAsString(template));
        new RouteFolder(folder, id -> true).load(camel);
        camel.addRouteFromTemplate(
                "route",
                template.get(0).at("/routeTemplate/id").asString(),
                java.util.Map.of("sender", sender, "consumers", "1"));
        camel.start();
    }

    private static JsonNode read(Path file) {
        try {
            return YAMLMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The lists of steps that send somewhere. */
    private static List<ArrayNode> forwards(JsonNode node) {
        List<ArrayNode> found = new ArrayList<>();
        if (node instanceof ArrayNode list && list.valueStream().anyMatch(step -> step.has("to"))) {
            found.add(list);
        }
        node.valueStream().forEach(child -> found.addAll(forwards(child)));
        return found;
    }

    private static void throwAfter(ArrayNode steps) {
        ObjectNode failure = steps.addObject().putObject("throwException");
        failure.put("exceptionType", IllegalStateException.class.getName()).put("message", "after the forward");
    }

    private void send(String queue) {
        try (JMSContext jms = broker.createContext()) {
            jms.createProducer().send(jms.createQueue(queue), jms.createMessage());
        }
    }

    private int waiting(String queue) throws JMSException {
        try (JMSContext jms = broker.createContext();
                QueueBrowser browser = jms.createBrowser(jms.createQueue(queue))) {
            return Collections.list(browser.getEnumeration()).size();
        }
    }
}
