package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The alert rules and dashboards that we give along ask for nothing that the hub does not tell. */
@ExtendWith(OneHub.class)
class MonitoringTest {

    private static final Path DEPLOY = Path.of("deploy");
    private static final Pattern FIGURE =
            Pattern.compile("\\b(?:lienthong|hikaricp|jvm|process|system|disk|http|logback)_[a-z_0-9]+\\b");

    /** They appear with the first of what they count, which here need not happen. */
    private static final Set<String> LATER =
            Set.of("lienthong_calls_total", "lienthong_collect_looks_total", "lienthong_submissions_rejected_total");

    private final RunningHub hub;

    MonitoringTest(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void askOnlyForWhatTheHubTells() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted("000.00.15.H52-260824-6699"));
        Set<String> asked = new TreeSet<>();
        questions().forEach(question -> figures(question, asked));
        asked.removeAll(LATER);

        assertThat(asked).hasSizeGreaterThan(25);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(told()).containsAll(asked));
    }

    @Test
    void pointToHeadingsThatThereAre() {
        alerts().map(alert -> alert.path("annotations").path("read").asString()).forEach(read -> {
            String[] parts = read.split("#", 2);
            assertThat(Path.of(parts[0])).isRegularFile();
            if (parts.length == 2) {
                assertThat(headings(Path.of(parts[0]))).as(read).contains(parts[1]);
            }
        });
    }

    private Set<String> told() {
        Set<String> names = new TreeSet<>();
        hub.as("operator")
                .gets("/actuator/prometheus", "text/plain")
                .is(200)
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> figures(line, names));
        return names;
    }

    private static Stream<String> questions() {
        return Stream.concat(
                alerts().map(alert -> alert.path("expr").asString()),
                Stream.of("province", "departments", "nodes")
                        .map(name -> JsonMapper.shared()
                                .readTree(DEPLOY.resolve("grafana/" + name + ".json")
                                        .toFile()))
                        .flatMap(board -> board.findValuesAsString("expr").stream()));
    }

    private static Stream<JsonNode> alerts() {
        JsonNode file = new YAMLMapper()
                .readTree(DEPLOY.resolve("prometheus/alerts.yaml").toFile());
        return file.path("groups").path(0).path("rules").valueStream();
    }

    private static void figures(String text, Set<String> into) {
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            into.add(figure.group());
        }
    }

    private static Set<String> headings(Path page) {
        try (Stream<String> lines = Files.lines(page)) {
            Set<String> anchors = new TreeSet<>();
            lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
                    .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                    .forEach(anchors::add);
            return anchors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
