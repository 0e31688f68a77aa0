package vn.lienthong.hub.platform.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** JMS transactions are bound to their thread, so no route may leave it between consuming and acknowledging. */
class RouteFilesTest {

    private static final Path ROUTES = Path.of("routes").toAbsolutePath();
    private static final int LONGEST = 40;
    private static final Set<String> LEAVE_THE_THREAD = Set.of(
            "threads",
            "wireTap",
            "parallelProcessing",
            "delay",
            "delayer",
            "throttle",
            "aggregate",
            "resequence",
            "recipientList",
            "saga",
            "loadBalance",
            "executorService",
            "asyncDelayed",
            "onCompletion");
    private static final List<String> LEAVING_ENDPOINTS = List.of("seda:", "vertx:", "disruptor:", "direct-vm:");

    @Test
    void findsTheRoutes() {
        assertThat(files()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("files")
    void staysOnTheThreadOfItsTransaction(Path file) throws IOException {
        JsonNode routes = YAMLMapper.shared().readTree(Files.readString(file));

        assertThat(names(routes)).doesNotContainAnyElementsOf(LEAVE_THE_THREAD);
        assertThat(texts(routes)).noneMatch(text -> LEAVING_ENDPOINTS.stream().anyMatch(text::startsWith));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isShortAndSaysWhatItIsFor(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);

        assertThat(lines).hasSizeLessThanOrEqualTo(LONGEST);
        YAMLMapper.shared().readTree(Files.readString(file)).forEach(this::saysWhatItIsFor);
    }

    private void saysWhatItIsFor(JsonNode entry) {
        for (String kind : List.of("route", "routeTemplate")) {
            if (entry.has(kind)) {
                assertThat(entry.path(kind).path("description").asString(""))
                        .as(entry.path(kind).path("id").asString())
                        .isNotBlank();
            }
        }
    }

    static List<Path> files() {
        return new RouteFolder(ROUTES, id -> true).files();
    }

    private static Stream<String> names(JsonNode node) {
        return Stream.concat(
                node.propertyStream().map(property -> property.getKey()),
                children(node).flatMap(RouteFilesTest::names));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString() ? Stream.of(node.asString()) : children(node).flatMap(RouteFilesTest::texts);
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return node.valueStream();
    }
}
