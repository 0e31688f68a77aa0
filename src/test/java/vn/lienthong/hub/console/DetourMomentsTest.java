package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.console.repairs.Detour;
import vn.lienthong.hub.console.repairs.RepairOrder;
import vn.lienthong.hub.console.repairs.RepairOrder.How;

class DetourMomentsTest {

    private static final String CAUSE = "unmapped-code procedure QT-96";
    private static final OffsetDateTime CAME = OffsetDateTime.parse("2026-08-24T10:58:20+07:00");

    @Test
    void namesThePlanThatHadItReadAgain() {
        assertThat(told(true, false, order(How.PLANNED, "p-1")))
                .containsExactly(
                        "10:58:20 not registered yet: " + CAUSE,
                        "11:00:50 read again by binh: R/1, plan p-1: asked them");
    }

    @Test
    void tellsADepartmentThatButNotWhoAndWhy() {
        assertThat(told(false, true, order(How.READ_AGAIN, null), order(How.EDITED, null)))
                .containsExactly(
                        "10:58:20 not registered yet: " + CAUSE,
                        "11:00:50 read again at the hub: R/1",
                        "11:00:50 edited at the hub: R/1",
                        "11:00:50 not registered yet: " + CAUSE);
    }

    @Test
    void saysThatItWaitedThoughNobodyKnowsWhoHadItReadAgain() {
        assertThat(told(true, false)).containsExactly("10:58:20 not registered yet: null");
    }

    private static Stream<String> told(boolean staff, boolean replaced, RepairOrder... orders) {
        var detour =
                new Detour(new UUID(0, 1), "R/1", "land", CAME, replaced ? CAUSE : null, replaced, List.of(orders));
        return DetourMoments.of(detour, staff).stream()
                .map(moment -> moment.at().toLocalTime() + " " + moment.what() + ": " + moment.detail());
    }

    private static RepairOrder order(How how, @Nullable String plan) {
        return new RepairOrder(how, CAME.plusSeconds(150), "binh", "asked them", CAUSE, plan);
    }
}
