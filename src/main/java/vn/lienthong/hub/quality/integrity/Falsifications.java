package vn.lienthong.hub.quality.integrity;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;
import vn.lienthong.hub.dossier.DossierFacts.Reuse;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.EventFlag;
import vn.lienthong.hub.dossier.EventKind;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.dossier.TimeSource;
import vn.lienthong.hub.dossier.Verdict;
import vn.lienthong.hub.dossier.integrity.IntegrityFindings.Finding;
import vn.lienthong.hub.platform.time.VietnamTime;

/** What of the known falsifications one dossier shows; the same evidence gives the same findings. */
final class Falsifications {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(VietnamTime.ZONE);
    private static final Set<DossierStatus> NOT_WORKED_ON =
            Set.of(DossierStatus.WAIT_SUPPLEMENT, DossierStatus.WAIT_PAYMENT, DossierStatus.STOPPED);

    private final IntegrityRules rules;
    private final Evidence seen;
    private final List<EventView> steps;
    private final List<Finding> found = new ArrayList<>();

    private Falsifications(IntegrityRules rules, Evidence seen) {
        this.rules = rules;
        this.seen = seen;
        this.steps = seen.events().stream()
                .filter(event -> event.kind() == EventKind.STATUS && event.verdict() != Verdict.OLD_SNAPSHOT)
                .filter(event -> !event.flags().contains(EventFlag.NOT_AUTHORITATIVE))
                .sorted(Comparator.comparing(EventView::orderAt).thenComparing(EventView::seq))
                .toList();
    }

    static List<Finding> of(IntegrityRules rules, Evidence seen) {
        var look = new Falsifications(rules, seen);
        look.finishedWithoutWork();
        look.inventedSteps();
        look.dates();
        var facts = seen.dossier().facts();
        if (facts != null) {
            look.results(facts);
            look.reuse(facts);
        }
        return List.copyOf(look.found);
    }

    /** D1: finished while the applicant was waited for, or after it was stopped. */
    private void finishedWithoutWork() {
        for (int i = 1; i < steps.size(); i++) {
            var before = steps.get(i - 1);
            var step = steps.get(i);
            if (step.status() == DossierStatus.RESOLVED
                    && before.status() != null
                    && NOT_WORKED_ON.contains(before.status())) {
                add(
                        "D1",
                        "RESOLVED_WHILE_WAITING",
                        "",
                        step,
                        "9 at %s directly after %d at %s"
                                .formatted(when(step), before.status().code(), when(before)));
            }
        }
    }

    /** D2: finished the moment it was received, due never; received by nobody. */
    private void inventedSteps() {
        for (var step : steps) {
            if (step.status() == DossierStatus.ACCEPTED && rules.standsForNobody(step.officer())) {
                add("D2", "STEP_BY_NOBODY", "", step, "2 at %s by \"%s\"".formatted(when(step), step.officer()));
            }
            if (step.status() == DossierStatus.RESOLVED && seen.dossier().dueAt() == null && atReception(step)) {
                add("D2", "FINISHED_AT_RECEPTION", "", step, "9 and 2 at %s, no due date".formatted(when(step)));
            }
        }
    }

    private boolean atReception(EventView finish) {
        return finish.timeSource() == TimeSource.SOURCE
                && steps.stream()
                        .anyMatch(step -> step.status() == DossierStatus.ACCEPTED
                                && step.timeSource() == TimeSource.SOURCE
                                && step.orderAt().equals(finish.orderAt()));
    }

    /** D5: the end of the work moved back, or the due date moved on while nothing stood still. */
    private void dates() {
        var dates = new MovedDates(seen);
        dates.endsMovedBack(steps)
                .forEach(moved -> add(
                        "D5",
                        "FINISH_MOVED_BACK",
                        moved.at(),
                        "%s, before %s%s"
                                .formatted(
                                        WHEN.format(moved.after()),
                                        WHEN.format(moved.before()),
                                        moved.after().equals(seen.dossier().dueAt()) ? ": exactly the due date" : "")));
        dates.duesMovedOn()
                .forEach(moved -> add(
                        "D5",
                        "DUE_MOVED_ON",
                        moved.at(),
                        "%s, before %s, without a suspension or extension"
                                .formatted(WHEN.format(moved.after()), WHEN.format(moved.before()))));
    }

    /** D4: a paper that was handed in, by its content or its link, is no result. */
    private void results(DossierFacts facts) {
        var submitted = facts.components().stream()
                .flatMap(paper -> paper.files().stream())
                .flatMap(Falsifications::marks)
                .collect(Collectors.toSet());
        facts.results().forEach(result -> {
            if (result.files().stream().flatMap(Falsifications::marks).anyMatch(submitted::contains)) {
                add(
                        "D4",
                        "PAPER_AS_RESULT",
                        said(result.code()),
                        seen.now(),
                        "a file of the result is one of the papers");
            }
        });
    }

    private static Stream<String> marks(Attachment file) {
        return Stream.of(said(file.sha256()), said(file.link())).filter(mark -> !mark.isEmpty());
    }

    /** D7: a reused paper comes from a dossier or result that somebody can find. */
    private void reuse(DossierFacts facts) {
        int number = 0;
        for (var paper : facts.components()) {
            number++;
            var reused = paper.reuse() == Reuse.FROM_COMPONENT || paper.reuse() == Reuse.FROM_RESULT;
            if (reused && (paper.source() == null || !seen.resolves().test(paper.source()))) {
                var detail = paper.source() == null
                        ? "names no source"
                        : "no other dossier of the register has " + paper.source();
                add("D7", "REUSE_UNRESOLVED", paper.code() == null ? "#" + number : paper.code(), seen.now(), detail);
            }
        }
    }

    private void add(String rule, String kind, String subject, EventView step, String detail) {
        add(rule, kind, subject, step.recordedAt(), detail);
    }

    private void add(String rule, String kind, Instant at, String detail) {
        add(rule, kind, "", at, detail);
    }

    /** The same again is counted, under the newest words. */
    private void add(String rule, String kind, String subject, Instant at, String detail) {
        var dossier = seen.dossier();
        var before = found.stream()
                .filter(finding ->
                        finding.kind().equals(kind) && finding.subject().equals(subject))
                .findFirst();
        before.ifPresent(found::remove);
        found.add(new Finding(
                dossier.code(),
                dossier.sender(),
                rule,
                kind,
                subject,
                detail,
                before.map(Finding::first).filter(at::isAfter).orElse(at),
                before.map(Finding::last).filter(at::isBefore).orElse(at),
                before.map(Finding::times).orElse(0) + 1));
    }

    private static String when(EventView step) {
        return WHEN.format(step.orderAt());
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
