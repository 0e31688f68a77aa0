package vn.lienthong.hub.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RacingRegistrationsTest {

    private static final int RACERS = 20;

    private static RegisterDesk hub;

    @BeforeAll
    static void open() {
        hub = new RegisterDesk();
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void makesOneDossierOfTwentyRacingEvents() throws Exception {
        List<Outcome> outcomes = race(IntStream.range(0, RACERS)
                .mapToObj(minute -> Seen.event("R-1")
                        .with(Seen.ordinary())
                        .in(DossierStatus.IN_PROGRESS, "2026-08-24T" + LocalTime.of(8, minute) + ":00"))
                .toList());

        assertThat(outcomes).allMatch(Outcome.Registered.class::isInstance);
        assertThat(hub.history("R-1")).extracting(EventView::seq).containsExactlyElementsOf(seqs(RACERS + 1));
        assertThat(hub.history("R-1").stream().filter(event -> event.kind() == EventKind.DETAILS))
                .hasSize(1);
        assertThat(hub.holds("R-1").version()).isEqualTo(RACERS);
        assertThat(hub.history("R-1").stream().filter(event -> event.verdict() == Verdict.GAP_BEFORE))
                .as("every racer judged the whole history")
                .hasSize(1)
                .allMatch(event -> RegisterDesk.at("2026-08-24T08:00:00").equals(event.at()));
    }

    @Test
    void countsTheSameEventOnceHoweverManyRace() throws Exception {
        Seen event = Seen.event("R-2").with(Seen.ordinary()).in(DossierStatus.ACCEPTED, "2026-08-24T08:00:00");
        List<Outcome> outcomes = race(IntStream.range(0, RACERS)
                .mapToObj(second -> event.through("2026-08-24T10:00:" + (10 + second)))
                .toList());

        assertThat(outcomes.stream().filter(outcome -> ((Outcome.Registered) outcome).changed()))
                .hasSize(1);
        assertThat(hub.history("R-2")).hasSize(2);
    }

    @Test
    void appliesTheNewestOfRacingSnapshotsAndNoOlderOneAfterIt() throws Exception {
        Seen snapshot = Seen.snapshot("R-3").with(Seen.ordinary());
        race(IntStream.range(0, RACERS)
                .mapToObj(
                        minute -> snapshot.in(minute == RACERS - 1 ? DossierStatus.RESOLVED : DossierStatus.IN_PROGRESS)
                                .of("2026-08-24T" + LocalTime.of(8, minute) + ":00"))
                .toList());

        assertThat(hub.holds("R-3").status()).isEqualTo(DossierStatus.RESOLVED);
        List<EventView> effective = hub.history("R-3").stream()
                .filter(event -> event.kind() == EventKind.STATUS && event.verdict() != Verdict.OLD_SNAPSHOT)
                .toList();
        assertThat(effective.getLast().status()).isEqualTo(DossierStatus.RESOLVED);
        assertThat(effective).hasSizeLessThanOrEqualTo(2);
    }

    private static List<Outcome> race(List<Seen> seen) throws Exception {
        CyclicBarrier start = new CyclicBarrier(seen.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(seen.size())) {
            List<Callable<Outcome>> racers = seen.stream()
                    .<Callable<Outcome>>map(one -> () -> {
                        start.await();
                        return hub.takes(one);
                    })
                    .toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> racer : threads.invokeAll(racers)) {
                outcomes.add(racer.get());
            }
            return outcomes;
        }
    }

    private static List<Integer> seqs(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
