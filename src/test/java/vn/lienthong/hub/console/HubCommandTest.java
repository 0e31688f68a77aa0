package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** {@code scripts/hub}: the daily work from a terminal, on a whole hub. */
@ExtendWith(OneHub.class)
class HubCommandTest {

    private static final String CODE = "000.00.15.H52-260824-7501";

    private final RunningHub hub;

    HubCommandTest(RunningHub hub) {
        this.hub = hub;
    }

    private record Said(int status, String out, String err) {}

    @Test
    void findsADossierAndTellsItsStory() throws Exception {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        assertThat(JsonMapper.shared()
                        .readTree(says("search", CODE).out())
                        .path("found")
                        .get(0)
                        .path("by")
                        .asString())
                .isEqualTo("CODE");
        assertThat(says("dossier", CODE).out()).contains("accepted from land").contains("STATUS 2 VALID");
    }

    @Test
    void listsWhatFailsAndSaysSomethingOfIt() throws Exception {
        hub.as(LandSystem.ID)
                .pushes(LandSystem.ID, LandSystem.accepted(CODE + "1").replace("QT-01", "QT-81"));
        var issue = JsonMapper.shared()
                .readTree(says("issues").out())
                .path("issues")
                .valueStream()
                .filter(one -> one.path("cause").asString().endsWith("QT-81"))
                .findFirst()
                .orElseThrow();
        String key = issue.path("key").asString();
        assertThat(says("issue", key, "ACKNOWLEDGED", "a \"quoted\" note").status())
                .isZero();
        assertThat(says("issue", key).out()).contains("a \\\"quoted\\\" note");
    }

    @Test
    void stopsARouteAndOpensItAgain() throws Exception {
        says("route", "suspend", "receive-inspectorate", "trial");
        assertThat(says("routes").out()).contains("\"reason\":\"trial");
        says("route", "resume", "receive-inspectorate", "over");
        assertThat(says("routes").out()).doesNotContain("\"reason\":\"trial");
    }

    @Test
    void readsASampleAsItWouldBeReadToday(@TempDir Path folder) throws Exception {
        Path good = Files.writeString(folder.resolve("good.json"), LandSystem.accepted(CODE + "2"));
        Path unmapped = Files.writeString(
                folder.resolve("unmapped.json"), LandSystem.accepted(CODE + "3").replace("QT-01", "QT-82"));
        assertThat(says("canary", LandSystem.ID, good.toString()).status()).isZero();
        assertThat(says("canary", LandSystem.ID, unmapped.toString()).status()).isEqualTo(1);
        assertThat(hub.as("operator")
                        .gets("/api/v1/dossiers?code=" + CODE + "2")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void explainsItselfAndFailsWithTheApi() throws Exception {
        assertThat(says("nothing").status()).isEqualTo(2);
        assertThat(says("nothing").err()).contains("overview").contains("LIENTHONG_KEY");
        Said unknown = says("route", "suspend", "none-such", "trial");
        assertThat(unknown.status()).isNotZero();
        assertThat(unknown.out()).contains("unknown-route");
    }

    private Said says(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("scripts/hub"));
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("LIENTHONG_URL", "http://127.0.0.1:" + hub.port());
        process.environment().put("LIENTHONG_KEY", hub.as("operator").key());
        Process running = process.start();
        String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(running.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(running.waitFor(), out, err);
    }
}
