package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.intake.DoorClient.Answer;

/** At the door: who floods is told to come back, who re-sends old dossiers lets the new ones go first. */
class FairDoorTest {

    private static final Map<String, String> BULK = Map.of("Submission-Priority", "bulk");

    private final DoorUnderTest door = DoorUnderTest.shared();

    @Test
    void turnsAFloodAwayAndTakesEverythingOfTheOthers() {
        DoorClient hasty = door.as("hasty");
        DoorClient counter = door.as("archive");
        List<Answer> flood = new ArrayList<>();
        List<Answer> others = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> {
            flood.add(hasty.pushes("hasty", "{\"flood\":" + i + "}"));
            if (i % 6 == 0) {
                others.add(counter.pushes("archive", "{\"calm\":" + i + "}"));
            }
        });

        assertThat(others).allMatch(answer -> answer.status() == 202);
        List<Answer> turnedAway =
                flood.stream().filter(answer -> answer.status() != 202).toList();
        assertThat(turnedAway).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.problem()).isEqualTo("too-fast");
            assertThat(answer.headers()).containsKey("retry-after");
        });
        assertThat(flood.size() - turnedAway.size()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void putsABulkReSendBehindWhatIsLive() throws JMSException {
        DoorClient office = door.as("office");
        door.received("office");
        Answer bulk = office.pushes("office", "{\"year\":2025}", BULK);
        Answer live = office.pushes("office", "{\"year\":2026}");
        assertThat(List.of(bulk.status(), live.status())).containsOnly(202);

        List<Map<String, Object>> waiting = door.received("office");
        assertThat(waiting).extracting(message -> message.get("priority")).containsExactly(4, 1);
        assertThat(office.pushes("office", "{}", Map.of("Submission-Priority", "urgent"))
                        .problem())
                .isEqualTo("invalid-header");
    }
}
