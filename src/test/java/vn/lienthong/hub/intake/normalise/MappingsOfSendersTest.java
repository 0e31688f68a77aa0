package vn.lienthong.hub.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.intake.normalise.StatusTable.Meaning;

/** What no sender's mapping may do, whoever writes it. */
class MappingsOfSendersTest {

    // words of waiting and ending without a result, as the senders of the reference say them
    private static final Set<String> NOT_RESOLVED = Set.of(
            "waiting",
            "paying",
            "unresolved",
            "cancelled",
            "denied",
            "YeuCauBoSungHoSo",
            "GuiKetQuaThue",
            "TrangThai/02");

    static Stream<String> senders() throws IOException {
        return Desk.senders().stream();
    }

    @ParameterizedTest
    @MethodSource("senders")
    void neverCallsWaitingOrStoppedResolved(String sender) {
        Desk.of(sender).statuses().rows().forEach((word, meaning) -> {
            boolean waits = NOT_RESOLVED.contains(word) || word.matches("[5-8]");
            if (waits && meaning instanceof Meaning.Is is) {
                assertThat(is.status())
                        .as("troubles D1: %s of %s", word, sender)
                        .isNotIn(DossierStatus.RESOLVED, DossierStatus.DELIVERED);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("senders")
    void makesNothingOfAnEmptyRecord(String sender) {
        Desk desk = Desk.of(sender);
        Normalised said = desk.normalise(JsonNodeFactory.instance.objectNode());
        assertThat(said).isInstanceOf(Normalised.Refused.class);
    }
}
