package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.RealParts;

/** An operator takes changed route files in while departments go on pushing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteReloadTest {

    private static final String FILES = "/api/v1/routes/files";
    private static final String RELOAD = "/api/v1/routes/reload";
    private static final String WHY = "{\"reason\":\"thêm luồng\"}";
    private static final int PUSHES = 60;

    private final HubHome home = home();
    private final RunningHub hub = RunningHub.start(home, RealParts.shared().addressesWithFreshDatabase());
    private final HubClient operator = hub.as("operator");
    private final Path file = home.routes().resolve("departments/land.camel.yaml");

    @BeforeEach
    void asItWas() throws IOException {
        Files.copy(Path.of("routes/departments/land.camel.yaml"), file, StandardCopyOption.REPLACE_EXISTING);
        operator.posts(RELOAD, WHY).is(200);
    }

    @AfterAll
    void stops() {
        hub.close();
    }

    @Test
    void showsWhatChangedAndTakesItInWithNothingLostOnTheWay() throws IOException {
        HubClient land = hub.as(LandSystem.ID);
        List<String> codes = IntStream.range(0, PUSHES)
                .mapToObj("000.00.15.H52-260824-%04d"::formatted)
                .toList();
        codes.subList(0, PUSHES / 2).forEach(code -> push(land, code));
        Files.writeString(file, Files.readString(file).replace("value: \"6\"", "value: \"2\""));
        assertThat(operator.gets(FILES).json().at("/changes/0/file").asString())
                .isEqualTo("departments/land.camel.yaml");

        var changed = operator.posts(RELOAD, WHY).is(200).json().at("/changes/0");
        assertThat(changed.path("kind").asString()).isEqualTo("CHANGED");
        assertThat(changed.path("routes").toString()).contains("receive-land", "register-land");
        codes.subList(PUSHES / 2, PUSHES).forEach(code -> push(land, code));

        JdbcClient db = hub.bean(JdbcClient.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> db.sql("select count(*) from hub.dossiers where code in (:codes)")
                                .param("codes", codes)
                                .query(Long.class)
                                .single()
                        == PUSHES);
        assertThat(operator.gets(FILES).json().path("changes")).isEmpty();
        assertThat(db.sql("select count(*) from hub.audit where action = 'route.reload'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void refusesAFileThatCannotBeLoadedAndGoesOnWithWhatItWas() throws IOException {
        Files.writeString(file, Files.readString(file).replace("routeTemplateRef: door", "routeTemplateRef: gate"));

        assertThat(operator.posts(RELOAD, WHY).is(422).problem()).isEqualTo("route-unusable");
        var outcome = hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted("000.00.15.H52-260824-9001"));
        assertThat(outcome.at("/counts/registered").asInt()).isOne();
    }

    @Test
    void asksForAReasonAndForAnOperator() {
        operator.posts(RELOAD, "{\"reason\":\" \"}").is(400);
        hub.as(LandSystem.ID).posts(RELOAD, WHY).is(403);
    }

    private static void push(HubClient land, String code) {
        land.posts("/api/v1/senders/land/submissions", LandSystem.accepted(code))
                .is(202);
    }

    private static HubHome home() {
        HubHome fresh = RealParts.shared().freshHome();
        Path routes = fresh.data().resolve("route-files");
        try {
            FileSystemUtils.copyRecursively(fresh.routes(), routes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new HubHome(fresh.mode(), fresh.data(), fresh.secrets(), routes, fresh.config(), fresh.mocks());
    }
}
