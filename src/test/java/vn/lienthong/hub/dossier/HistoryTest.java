package vn.lienthong.hub.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.time.Stamp;

/** Walks {@code histories/*.json}: events as they arrive, their order, the verdicts and the status that follow. */
class HistoryTest {

    private static final Path CASES = Path.of("src/test/resources/histories");
    private static final int TICKS_BELOW_MILLIS = 16;

    record Arrival(
            int status, @Nullable String at, @Nullable LocalDate day, OffsetDateTime door) {

        HistoryOrder order() {
            return HistoryOrder.of(source(), precision(), door.toInstant());
        }

        TimeSource precision() {
            return at != null ? TimeSource.SOURCE : day != null ? TimeSource.DAY : TimeSource.DOOR;
        }

        private @Nullable Instant source() {
            if (at != null) {
                return OffsetDateTime.parse(at).toInstant();
            }
            return day == null ? null : day.atStartOfDay(ZoneOffset.ofHours(7)).toInstant();
        }

        History.Step step(int seq) {
            Stamp stamp = new Stamp(door.toInstant().toEpochMilli() << TICKS_BELOW_MILLIS, "n1");
            return new History.Step(seq, DossierStatus.of(status), order().at(), at != null, stamp);
        }
    }

    record Case(
            String why,
            List<Arrival> arrivals,
            List<Integer> order,
            List<Verdict> verdicts,
            @Nullable List<Integer> future,
            @Nullable Integer status) {}

    static Stream<Path> cases() throws IOException {
        return Files.list(CASES).filter(file -> file.toString().endsWith(".json"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ordersThenJudges(Path file) throws IOException {
        Case history = JsonMapper.shared().readValue(Files.readString(file), Case.class);
        List<History.Step> steps = steps(history);

        History judged = History.judge(steps);

        assertThat(order(steps)).as("order: " + history.why()).isEqualTo(history.order());
        assertThat(steps.stream().map(step -> judged.verdict(step.seq())))
                .as("verdicts: " + history.why())
                .isEqualTo(history.verdicts());
        assertThat(judged.status()).isEqualTo(history.status() == null ? null : DossierStatus.of(history.status()));
        assertThat(future(history)).isEqualTo(history.future() == null ? List.of() : history.future());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judgesTheSameHoweverTheEventsCome(Path file) throws IOException {
        Case history = JsonMapper.shared().readValue(Files.readString(file), Case.class);
        List<History.Step> backwards = new ArrayList<>(steps(history)).reversed();

        assertThat(History.judge(backwards)).isEqualTo(History.judge(steps(history)));
    }

    private static List<History.Step> steps(Case history) {
        return IntStream.range(0, history.arrivals().size())
                .mapToObj(at -> history.arrivals().get(at).step(at + 1))
                .toList();
    }

    private static List<Integer> order(List<History.Step> steps) {
        return steps.stream()
                .sorted(Comparator.comparing(History.Step::orderAt).thenComparing(History.Step::stamp))
                .map(History.Step::seq)
                .toList();
    }

    private static List<Integer> future(Case history) {
        return IntStream.rangeClosed(1, history.arrivals().size())
                .filter(seq -> history.arrivals().get(seq - 1).order().future())
                .boxed()
                .toList();
    }
}
