package vn.lienthong.hub.national.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.dossier.Lane;
import vn.lienthong.hub.dossier.SyncClaims;
import vn.lienthong.hub.national.SyncRig;
import vn.lienthong.hub.platform.PlatformFixture;

/** Workers that die and workers side by side: a row has one holder, and what nobody knows is asked first. */
class NodesTest {

    private static final int MANY = 60;

    private final SyncRig rig = new SyncRig(Map.of(
            "lienthong.national.tick", "100ms",
            "lienthong.national.confirm-per-second", "100",
            "lienthong.national.confirm-after", "0s"));

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void asksAboutADossierWhoseWorkerDiedBeforeItCalled() {
        rig.register().dossier(code(1), 1, 2);
        claimedByAWorkerThatDied();

        rig.workers().start();
        settles();

        assertThat(rig.portal().steps(code(1))).containsExactly(1, 2);
        assertThat(steps(code(1))).startsWith("ASK", "CREATE");
    }

    @Test
    void tellsNothingTwiceWhenTheWorkerDiedAfterThePortalHadTakenIt() {
        rig.register().dossier(code(1), 1, 2);
        rig.workers().start();
        settles();
        forgetsWhatWasAcknowledged();

        settles();

        assertThat(rig.portal().steps(code(1))).containsExactly(1, 2);
        assertThat(rig.portal().report().path("repeated").asInt()).isZero();
        assertThat(steps(code(1)).stream().filter("PROGRESS"::equals)).hasSize(1);
    }

    @Test
    void leavesAloneWhatAnotherNodeHoldsUnderALease() {
        var dossier = rig.register().dossier(code(1), 1);
        new SyncClaims(rig.jdbc(), Clock.systemUTC())
                .claim(SyncRig.PORTAL, Lane.LIVE, 10, "other/1", Duration.ofMinutes(5));
        var free = rig.register().dossier(code(2), 1);

        rig.workers().start();

        await().atMost(SyncRig.patience()).until(() -> state(free).equals("IDLE"));
        assertThat(state(dossier)).isEqualTo("SENDING");
        assertThat(rig.portal().has(code(1))).isFalse();
    }

    @Test
    void sendsEachDossierFromOneOfTwoNodesOnly() {
        var other = rig.hire("other");
        IntStream.rangeClosed(1, MANY).forEach(number -> rig.register().dossier(code(number), 1, 2));

        rig.workers().start();
        other.start();
        settles();
        other.stop();

        assertThat(rig.jdbc()
                        .sql("select count(*) from hub.attempts where step = 'CREATE'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(MANY);
        assertThat(rig.portal().report().path("repeated").asInt()).isZero();
        assertThat(rig.portal().report().path("duplicateSteps").asInt()).isZero();
        IntStream.rangeClosed(1, MANY)
                .forEach(number -> assertThat(rig.portal().steps(code(number))).containsExactly(1, 2));
    }

    @Test
    void keepsLogInsAndSecondLooksButNoSecret() {
        rig.register().dossier(code(1), 1, 2);
        rig.workers().start();
        settles();

        assertThat(steps(code(1))).containsExactly("CREATE", "PROGRESS", "ASK");
        var logIns = rig.jdbc()
                .sql("select request, response from hub.calls where service = 'login' and verdict = 'ACKED'")
                .query((row, number) -> text(row.getBytes("request")) + text(row.getBytes("response")))
                .list();
        assertThat(logIns).hasSize(1);
        assertThat(logIns.getFirst())
                .contains("\"username\":\"lienthong\"", "\"password\":\"***\"", "\"session\":\"***\"")
                .doesNotContain(SyncRig.PASSWORD);
    }

    private void claimedByAWorkerThatDied() {
        var claimed = new SyncClaims(rig.jdbc(), Clock.systemUTC())
                .claim(SyncRig.PORTAL, Lane.LIVE, 10, "dead/1", Duration.ofSeconds(-1));
        assertThat(claimed).hasSize(1);
    }

    /** As the ledger stood when the worker died in the middle of its calls. */
    private void forgetsWhatWasAcknowledged() {
        rig.jdbc().sql("""
                        update hub.sync set state = 'SENDING', lease_id = 'dead/2', lease_until = now() - interval '1 second',
                          known_there = false, acked_seq = 0, confirmed_seq = 0, acked_details_seq = 0,
                          confirmed_details_seq = 0, acked_details_hash = null""").update();
    }

    private List<String> steps(String code) {
        return rig.jdbc().sql("""
                        select a.step from hub.attempts a join hub.dossiers d on d.id = a.dossier_id
                        where d.code = ? order by a.started_at""").param(code).query(String.class).list();
    }

    private static String text(byte[] sealed) {
        return new String(PlatformFixture.seal().open(sealed), StandardCharsets.UTF_8);
    }

    private String state(UUID dossier) {
        return rig.jdbc()
                .sql("select state from hub.sync where dossier_id = ?")
                .param(dossier)
                .query(String.class)
                .single();
    }

    private void settles() {
        await().atMost(SyncRig.patience())
                .until(() -> rig.jdbc().sql("""
                        select count(*) from hub.sync
                        where state <> 'IDLE' or next_attempt_at is not null or acked_seq < last_seq
                           or confirmed_seq < acked_seq""").query(Long.class).single().equals(0L));
    }

    private static String code(int number) {
        return "000.00.14.H52-260826-%04d".formatted(number);
    }
}
