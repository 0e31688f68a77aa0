package vn.lienthong.hub.intake.failures;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.failures.MaskedWords.Change;
import vn.lienthong.hub.intake.submissions.SecondReadings;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.content.ContentUnavailableException;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.Problems;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/** What a failed record would come to if it were replayed now; a look, nothing is replayed. */
@RestController
class TodayEndpoint {

    private static final ProblemException NO_SENDER =
            new ProblemException(HttpStatus.CONFLICT, "unknown-sender", "Nơi gửi của bản ghi này không còn cấu hình");

    private static final ProblemException GONE = new ProblemException(
            HttpStatus.NOT_FOUND, "record-gone", "Nội dung đã nhận không còn được giữ, nên không đọc lại được");

    private final Failures failures;
    private final SecondReadings readings;
    private final MaskedWords words;
    private final Receipts receipts;
    private final Scheduler blocking;

    TodayEndpoint(
            Failures failures, SecondReadings readings, MaskedWords words, Receipts receipts, Scheduler blocking) {
        this.failures = failures;
        this.readings = readings;
        this.words = words;
        this.receipts = receipts;
        this.blocking = blocking;
    }

    /** One reading in canonical words, masked. */
    record Reading(
            long configVersion, RecordState state, @Nullable JsonNode dossier, List<ReasonText> reasons) {}

    /** The failure as it is kept, both readings and what differs between them. */
    record Answer(Failure failure, Reading then, Reading today, boolean mappingChanged, List<Change> differences) {}

    @GetMapping("/api/v1/failures/{receipt}/{no}/today")
    Mono<Answer> read(
            @PathVariable String receipt,
            @PathVariable int no,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        if (caller.role().isStaff()) {
            caller.allowed(Right.SEE_BODIES);
        }
        Locale language = Problems.language(exchange);
        return Mono.fromCallable(() -> answer(find(receipt, no, caller, language), language))
                .subscribeOn(blocking);
    }

    private Failure find(String receipt, int no, Caller caller, Locale language) {
        return receipts.parse(receipt)
                .flatMap(known -> failures.find(known.id(), no, language))
                .filter(failure -> caller.sees(failure.sender()))
                .map(failure -> caller.sender() == null ? failure : failure.forSender())
                .orElseThrow(() -> FailuresEndpoint.UNKNOWN);
    }

    private Answer answer(Failure failure, Locale language) {
        SecondReadings.Both both = both(failure);
        return new Answer(
                failure,
                shown(both.then(), language),
                shown(both.today(), language),
                both.mappingChanged(),
                words.differences(both.then(), both.today()));
    }

    private SecondReadings.Both both(Failure failure) {
        try {
            return readings.of(failure.receiptId(), failure.no(), failure.acceptedAt())
                    .orElseThrow(() -> NO_SENDER);
        } catch (ContentUnavailableException unavailable) {
            throw unavailable.isMissing() ? GONE : unavailable;
        }
    }

    private Reading shown(SecondReadings.Reading reading, Locale language) {
        List<ReasonText> reasons = reading.reasons().stream()
                .map(reason -> Reasons.text(reason, language))
                .toList();
        return new Reading(reading.configVersion(), reading.state(), words.masked(reading), reasons);
    }
}
