package vn.lienthong.hub.quality.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.EventKind;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.dossier.TimeSource;
import vn.lienthong.hub.dossier.Verdict;
import vn.lienthong.hub.dossier.deadline.Adjustment.Line;
import vn.lienthong.hub.dossier.deadline.DueHistories.Moved;
import vn.lienthong.hub.dossier.deadline.DueHistories.Stood;
import vn.lienthong.hub.dossier.integrity.IntegrityFindings.Finding;
import vn.lienthong.hub.platform.PlatformFixture;

/** What a dossier's evidence shows, and what explains it. */
class FalsificationsTest {

    private static final UUID ID = new UUID(0, 1);
    private static final IntegrityRules RULES =
            IntegrityRules.read(PlatformFixture.projectConfig().current());

    private final List<EventView> events = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private final List<Stood> stood = new ArrayList<>();
    private @Nullable Instant due;

    @Test
    void findsNothingInAnOrdinaryDossier() {
        step(DossierStatus.ACCEPTED, "2026-08-24T09:00:00", 1);
        step(DossierStatus.IN_PROGRESS, "2026-08-25T09:00:00", 2);
        step(DossierStatus.RESOLVED, "2026-08-26T09:00:00", 3);

        assertThat(found("{}")).isEmpty();
    }

    @Test
    void findsAFinishAtTheMomentOfReceptionOnlyWhereNothingIsDue() {
        step(DossierStatus.ACCEPTED, "2026-08-24T09:00:00", 1);
        step(DossierStatus.RESOLVED, "2026-08-24T09:00:00", 2);

        assertThat(found("{}")).containsExactly("FINISHED_AT_RECEPTION");
        due = at("2026-08-24T17:00:00");
        assertThat(found("{}")).isEmpty();
    }

    @Test
    void findsAFinishThatIsToldAgainWithAnEarlierTimeByTheSameSender() {
        step(DossierStatus.ACCEPTED, "2026-08-24T09:00:00", 1);
        step(DossierStatus.IN_PROGRESS, "2026-08-25T09:00:00", 2);
        step(DossierStatus.RESOLVED, "2026-09-20T09:00:00", 3);
        step(DossierStatus.RESOLVED, "2026-09-09T09:00:00", 4);

        assertThat(found("{}")).containsExactly("FINISH_MOVED_BACK");
    }

    @Test
    void findsNothingInAFinishThatIsCorrectedToALaterOne() {
        step(DossierStatus.IN_PROGRESS, "2026-08-25T09:00:00", 1);
        step(DossierStatus.RESOLVED, "2026-09-09T09:00:00", 2);
        moved.add(new Moved(
                ID,
                3,
                Line.FINISHED,
                at("2026-09-09T09:00:00"),
                at("2026-09-20T09:00:00"),
                "s",
                at("2026-09-20T10:00:00")));

        assertThat(found("{}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "none, DUE_MOVED_ON",
        "stop before, DUE_MOVED_ON",
        "stop, ''",
        "open stop, ''",
        "form 04, ''",
        "reception, ''",
        "sooner, ''"
    })
    void findsADueDateThatIsMovedOnUnlessSomethingExplainsIt(String why, String kind) {
        step(DossierStatus.ACCEPTED, "2026-08-24T09:00:00", 1);
        move(2, Line.STATED, "2026-09-10T09:00:00", "2026-09-08T09:00:00", "2026-08-26T09:00:00");
        move(
                5,
                Line.STATED,
                "2026-09-08T09:00:00",
                why.equals("sooner") ? "2026-09-07T09:00:00" : "2026-09-28T09:00:00",
                "2026-09-01T09:00:00");
        switch (why) {
            case "stop before" -> stop("2026-08-24T10:00:00", "2026-08-25T10:00:00");
            case "stop" -> stop("2026-08-27T10:00:00", "2026-08-28T10:00:00");
            case "open stop" -> stop("2026-08-27T10:00:00", null);
            case "form 04" ->
                moved.addFirst(new Moved(
                        ID,
                        3,
                        Line.EXTENDED,
                        at("2026-09-08T09:00:00"),
                        at("2026-09-28T09:00:00"),
                        "o",
                        at("2026-08-31T09:00:00")));
            case "reception" -> details(5, List.of("receivedAt", "dueAt"));
            default -> {}
        }

        assertThat(found("{}")).isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "FROM_RESULT, KQ.1, ''",
        "FROM_RESULT, KQ.2, REUSE_UNRESOLVED",
        "FROM_COMPONENT, '', REUSE_UNRESOLVED",
        "NOT_REUSED, '', ''"
    })
    void wantsTheSourceOfAReusedPaperToBeFound(String reuse, String source, String kind) {
        String said = source.isEmpty() ? "" : ",\"source\":\"" + source + "\"";

        assertThat(found("{\"components\":[{\"code\":\"TP\",\"reuse\":\"%s\"%s}]}".formatted(reuse, said)))
                .isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
    }

    @Test
    void tellsWhetherOnlyTheFirstPaperIsReused() {
        String reused = "{\"code\":\"A\",\"reuse\":\"FROM_RESULT\"}";
        String other = "{\"code\":\"B\",\"reuse\":\"NOT_REUSED\"}";

        assertThat(papers(reused, other)).containsEntry(Constants.REUSED_PAPERS, Constants.FIRST_ALONE);
        assertThat(papers(other, reused)).containsEntry(Constants.REUSED_PAPERS, "others");
        assertThat(papers(reused)).isEmpty();
        assertThat(papers(other, other)).isEmpty();
    }

    @Test
    void readsTheFieldsThatAreWatchedAndShowsNobodysData() {
        var said = Constants.of(
                facts("{\"fees\":[{\"code\":\"1\"},{\"code\":\"2\"}],\"applicant\":{\"phone\":\"0900000001\"}}"),
                List.of("fees.code", "applicant.phone", "declared.eidAccount"));

        assertThat(said).containsOnly(Map.entry("fees.code", "1|2"), Map.entry("applicant.phone", "0900000001"));
        assertThat(Constants.shown("0900000001")).isEqualTo("*** (10)");
        assertThat(Constants.shown("0")).isEqualTo("0");
    }

    private static Map<String, String> papers(String... papers) {
        return Constants.of(facts("{\"components\":[" + String.join(",", papers) + "]}"), List.of());
    }

    private List<String> found(String facts) {
        var dossier = new DossierView(
                ID,
                "HS-1",
                "s",
                null,
                null,
                null,
                null,
                1,
                1,
                1,
                facts(facts),
                null,
                due,
                null,
                null,
                null,
                1,
                at("2026-08-24T09:00:00"),
                at("2026-08-24T09:00:00"));
        var evidence = new Evidence(dossier, events, moved, stood, "KQ.1"::equals, at("2026-10-01T09:00:00"));
        return Falsifications.of(RULES, evidence).stream().map(Finding::kind).toList();
    }

    private static DossierFacts facts(String json) {
        return JsonMapper.shared().readValue(json, DossierFacts.class);
    }

    private void step(DossierStatus status, String time, int seq) {
        events.add(event(seq, EventKind.STATUS, status, time, List.of()));
    }

    private void details(int seq, List<String> fields) {
        events.add(event(seq, EventKind.DETAILS, null, "2026-09-01T09:00:00", fields));
    }

    private static EventView event(
            int seq, EventKind kind, @Nullable DossierStatus status, String time, List<String> fields) {
        return new EventView(
                seq,
                ID,
                seq,
                kind,
                status,
                at(time),
                at(time),
                TimeSource.SOURCE,
                Verdict.VALID,
                Set.of(),
                "s",
                null,
                null,
                null,
                null,
                fields,
                new UUID(1, seq),
                1,
                1,
                "c",
                at(time),
                List.of());
    }

    private void move(int seq, Line line, String before, String after, String recorded) {
        moved.add(new Moved(ID, seq, line, at(before), at(after), "s", at(recorded)));
    }

    private void stop(String since, @Nullable String until) {
        stood.add(new Stood(ID, at(since), until == null ? null : at(until)));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }
}
