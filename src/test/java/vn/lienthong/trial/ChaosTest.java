package vn.lienthong.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.infra.OwnProcesses;

/** A small run of {@code scripts/chaos}: a hub of its own, every part killed once. */
@OwnProcesses
class ChaosTest {

    @TempDir
    Path data;

    @Test
    void losesNothingWhenHubPostgreSqlRedisAndStandInAreKilledInTurn() throws Exception {
        Options small = Options.parse(
                new String[] {"--dossiers", "80", "--kills", "4", "--seconds-between", "4", "--seed", "7"});
        assertThat(Chaos.run(small, data)).isTrue();
    }

    /** Waits out the outage, so it is for {@code scripts/check --full}. */
    @Test
    @Tag("long")
    void keepsPushesOnTheBrokerWhilePostgreSqlIsAway() throws Exception {
        Options outage = Options.parse(new String[] {
            "--dossiers", "60", "--away", "postgres", "--seconds", "20", "--seconds-between", "2", "--seed", "11"
        });
        assertThat(Chaos.run(outage, data)).isTrue();
    }
}
