package vn.lienthong.hub.intake.failures;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.access.Sightings;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.submissions.EditedRecords;
import vn.lienthong.hub.intake.submissions.Replacements;
import vn.lienthong.hub.intake.submissions.Replays;
import vn.lienthong.hub.intake.submissions.SecondReadings.Reading;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.diff.LineDiff;
import vn.lienthong.hub.platform.http.Problems;
import vn.lienthong.hub.platform.http.StatedReason;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/**
 * Edits what a failed record says and sends it in its place; the original stays as it was sent. Whoever edits sees
 * personal values, so the right to reveal is needed and each step is in the audit.
 */
@RestController
@RequestMapping("/api/v1/failures/{receipt}/{no}/edits")
class EditsEndpoint {

    private final Failures failures;
    private final EditedRecords edited;
    private final Replacements replacements;
    private final MaskedWords words;
    private final Receipts receipts;
    private final Sightings sightings;
    private final Scheduler blocking;

    EditsEndpoint(
            Failures failures,
            EditedRecords edited,
            Replacements replacements,
            MaskedWords words,
            Receipts receipts,
            Sightings sightings,
            Scheduler blocking) {
        this.failures = failures;
        this.edited = edited;
        this.replacements = replacements;
        this.words = words;
        this.receipts = receipts;
        this.sightings = sightings;
        this.blocking = blocking;
    }

    /** What somebody made of the text, and why. */
    record Edit(@Nullable String content, @Nullable String reason) {

        String text() {
            return content == null ? "" : content;
        }
    }

    /** The text to begin with. */
    record Draft(String content) {}

    /** What the edited text would come to, masked, and which lines of it changed, as they are. */
    record Trial(
            RecordState state, long configVersion, @Nullable JsonNode dossier, List<ReasonText> reasons, String diff) {}

    /** Which receipt stands for the record from now on. */
    record Done(String receipt, String replaces) {}

    @GetMapping("/draft")
    Mono<Draft> draft(
            @PathVariable String receipt,
            @PathVariable int no,
            @RequestParam(required = false) @Nullable String reason,
            @AuthenticationPrincipal Caller caller) {
        String why = checked(caller, reason);
        return off(() -> new Draft(edited.draft(seen(find(receipt, no), caller, why))));
    }

    @PostMapping("/dry-run")
    Mono<Trial> dryRun(
            @PathVariable String receipt,
            @PathVariable int no,
            @RequestBody Edit edit,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        String why = checked(caller, edit.reason());
        Locale language = Problems.language(exchange);
        return off(() -> {
            Replays.Key key = seen(find(receipt, no), caller, why);
            EditedRecords.Foreseen foreseen = edited.foresee(key, edit.text());
            Reading reading = foreseen.reading();
            return new Trial(
                    reading.state(),
                    reading.configVersion(),
                    words.masked(reading),
                    reading.reasons().stream()
                            .map(reason -> Reasons.text(reason, language))
                            .toList(),
                    LineDiff.of(receipt + "/" + no, foreseen.before(), edit.text()));
        });
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Done> send(
            @PathVariable String receipt,
            @PathVariable int no,
            @RequestBody Edit edit,
            @AuthenticationPrincipal Caller caller) {
        String why = checked(caller, edit.reason());
        return off(() -> new Done(
                replacements.replace(key(find(receipt, no)), edit.text(), new Replacements.Order(caller.actor(), why)),
                receipt + "/" + no));
    }

    private static String checked(Caller caller, @Nullable String reason) {
        caller.allowed(Right.REPLAY);
        caller.allowed(Right.REVEAL);
        return StatedReason.required(reason);
    }

    private Replays.Key seen(Failure failure, Caller caller, String why) {
        sightings.note(caller, "failure.reveal", failure.receipt() + "/" + failure.no(), failure.code(), why);
        return key(failure);
    }

    private Failure find(String receipt, int no) {
        return receipts.parse(receipt)
                .flatMap(known -> failures.find(known.id(), no, Locale.ROOT))
                .orElseThrow(() -> FailuresEndpoint.UNKNOWN);
    }

    private static Replays.Key key(Failure failure) {
        return new Replays.Key(failure.receiptId(), failure.no(), failure.acceptedAt());
    }

    private <T> Mono<T> off(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(blocking);
    }
}
