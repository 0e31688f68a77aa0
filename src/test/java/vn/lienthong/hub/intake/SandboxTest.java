package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** A department plays a dossier's whole life before it goes live, and the hub stays as it was. */
@ExtendWith(OneHub.class)
class SandboxTest {

    private static final String PATH = "/sandbox/api/v1/senders/land/submissions";
    private static final Path SAMPLES = Path.of("src/test/resources/departments/land");
    private static final String CODE = "000.00.15.H52-260824-7751";

    private final RunningHub hub;
    private final HubClient land;
    private final JdbcClient db;

    SandboxTest(RunningHub hub) {
        this.hub = hub;
        this.land = hub.as(LandSystem.ID);
        this.db = hub.bean(JdbcClient.class);
    }

    @BeforeEach
    void empty() {
        db.sql("delete from hub.sandbox_records").update();
        db.sql("delete from hub.sandbox_pushes").update();
    }

    @Test
    void playsAWholeLifeAgainstAPretendedPortal() throws IOException {
        JsonNode born = played("new-dossier");
        assertThat(born.path("state").asString()).isEqualTo("REGISTERED");
        assertThat(born.path("status").asInt()).isEqualTo(2);
        JsonNode told = born.path("neighbours").path(0);
        assertThat(told.path("answer").asString()).isEqualTo("ACCEPTED");
        assertThat(told.path("record").path("MaHoSo").asString()).isEqualTo(CODE);

        JsonNode moved = played("progress");
        assertThat(moved.path("status").asInt()).isEqualTo(4);
        assertThat(moved.path("changed").asBoolean()).isTrue();
        assertThat(moved.path("neighbours").path(0).path("steps")).hasSize(1);
        assertThat(played("progress").path("changed").asBoolean())
                .as("said before")
                .isFalse();

        JsonNode ended = played("finished");
        assertThat(ended.path("status").asInt()).isEqualTo(9);
        assertThat(ended.path("verdicts").path(0).asString()).isEqualTo("VALID");
    }

    @Test
    void leavesNothingInTheRegisterAndKeepsNothingInClear() throws IOException {
        long dossiers = count("hub.dossiers");
        long submissions = count("hub.submissions");
        played("new-dossier");

        assertThat(count("hub.dossiers")).isEqualTo(dossiers);
        assertThat(count("hub.submissions")).isEqualTo(submissions);
        assertThat(hub.as("operator").gets("/api/v1/dossiers/" + CODE).status()).isEqualTo(404);
        byte[] kept = db.sql("select outcome from hub.sandbox_pushes")
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(CODE);
    }

    @Test
    void refusesAndParksAsTheDoorWould() throws IOException {
        JsonNode refused = played("refused-31-february");
        assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("reasons").path(0).path("field").asString()).isNotBlank();
        assertThat(played("parked-unknown-event").path("state").asString()).isEqualTo("PARKED");
        assertThat(played("refused-due-before-reception").path("state").asString())
                .isEqualTo("REFUSED");
        String unreadable = land.posts(PATH, "{\"SoBienNhan\":")
                .is(202)
                .json()
                .path("receipt")
                .asString();
        assertThat(outcome(unreadable).path("reasons").path(0).path("rule").asString())
                .isNotBlank();
    }

    @Test
    void isEmptiedByItsSenderAndReadByNoOther() throws IOException {
        String receipt = pushed("new-dossier");
        hub.as("home-affairs").gets("/sandbox/api/v1/submissions/" + receipt).is(404);
        hub.as("home-affairs").posts(PATH, "{}").is(403);
        hub.as("operator").gets("/sandbox/api/v1/submissions/" + receipt).is(200);

        assertThat(land.deletes(PATH).is(200).json().path("forgotten").asInt()).isEqualTo(1);
        land.gets("/sandbox/api/v1/submissions/" + receipt).is(404);
    }

    private JsonNode played(String sample) throws IOException {
        return outcome(pushed(sample)).path("records").path(0);
    }

    private String pushed(String sample) throws IOException {
        String body =
                Files.readString(SAMPLES.resolve(sample + ".push.json")).replace("000.00.15.H52-260824-0005", CODE);
        return land.posts(PATH, body).is(202).json().path("receipt").asString();
    }

    private JsonNode outcome(String receipt) {
        return land.gets("/sandbox/api/v1/submissions/" + receipt).is(200).json();
    }

    private long count(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }
}
