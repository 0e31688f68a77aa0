package vn.lienthong.hub.intake;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/**
 * Answers in an envelope: a code for the whole call and an entry for each record. What is not registered yet is said to
 * be received, with its receipt, never done.
 */
@Component
class EnvelopeReplies {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Receipts receipts;
    private final OutcomeWaits waits;

    EnvelopeReplies(Receipts receipts, OutcomeWaits waits) {
        this.receipts = receipts;
        this.waits = waits;
    }

    static ObjectNode envelope(String code, String message) {
        ObjectNode answer = JSON.createObjectNode().put("error_code", code).put("message", message);
        answer.putArray("result");
        return answer;
    }

    static ObjectNode session(String session, EnvelopeTerms terms) {
        ObjectNode answer = JSON.createObjectNode().put("session", session);
        return answer.put("error_code", terms.code(EnvelopeTerms.DONE, "")).put("message", terms.word("login"));
    }

    /** Whatever was wrong before anything was kept; with a rule's own code where it has one. */
    static ObjectNode problem(ProblemException problem, EnvelopeTerms terms) {
        return switch (problem.status()) {
            case UNAUTHORIZED -> envelope(terms.code(EnvelopeTerms.SESSION, problem.kind()), terms.word("session"));
            case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS ->
                envelope(terms.code(EnvelopeTerms.LATER, problem.kind()), terms.word(EnvelopeTerms.LATER));
            default -> envelope(terms.code(EnvelopeTerms.BAD, problem.kind()), problem.detail());
        };
    }

    Mono<ObjectNode> to(Push push, EnvelopeTerms terms) {
        Duration patience = terms.patience();
        Mono<Optional<SubmissionOutcome>> outcome = patience.isZero()
                ? Mono.just(Optional.empty())
                : waits.await(push.receipt(), patience).map(Optional::of).defaultIfEmpty(Optional.empty());
        return outcome.map(known -> told(push, terms, known.orElse(null)));
    }

    private ObjectNode told(Push push, EnvelopeTerms terms, @Nullable SubmissionOutcome outcome) {
        ObjectNode answer = outcome == null || !outcome.complete() ? received(terms) : ended(outcome, terms);
        return answer.put("receipt", receipts.text(push.receipt())).put("correlationId", push.correlationId());
    }

    private static ObjectNode received(EnvelopeTerms terms) {
        return envelope(terms.code(EnvelopeTerms.RECEIVED, ""), terms.word(EnvelopeTerms.RECEIVED));
    }

    private static ObjectNode ended(SubmissionOutcome outcome, EnvelopeTerms terms) {
        List<RecordOutcome> refused = outcome.page().stream()
                .filter(record -> record.state() == RecordState.REFUSED)
                .toList();
        ObjectNode answer = outcome.counts().refused() > 0
                ? envelope(terms.code(EnvelopeTerms.BAD, rule(refused)), words(refused))
                : settled(outcome, terms);
        ArrayNode entries = answer.withArray("result");
        outcome.page().forEach(record -> entries.add(entry(record, terms)));
        return answer;
    }

    private static ObjectNode settled(SubmissionOutcome outcome, EnvelopeTerms terms) {
        return outcome.counts().parked() > 0
                ? received(terms)
                : envelope(terms.code(EnvelopeTerms.DONE, ""), terms.word(EnvelopeTerms.DONE));
    }

    private static ObjectNode entry(RecordOutcome record, EnvelopeTerms terms) {
        ObjectNode entry = switch (record.state()) {
            case REFUSED -> envelope(terms.code(EnvelopeTerms.BAD, rule(List.of(record))), words(List.of(record)));
            case REGISTERED -> envelope(terms.code(EnvelopeTerms.DONE, ""), terms.word(EnvelopeTerms.DONE));
            case PARKED, IN_FLIGHT -> received(terms);
        };
        entry.remove("result");
        return entry.put("MaHoSo", record.code() == null ? "" : record.code());
    }

    private static String rule(List<RecordOutcome> refused) {
        return refused.stream()
                .flatMap(record -> record.reasons().stream())
                .map(Reason::rule)
                .findFirst()
                .orElse("");
    }

    private static String words(List<RecordOutcome> refused) {
        return refused.stream()
                .flatMap(record -> record.reasons().stream())
                .map(reason -> Reasons.text(reason, Locale.ROOT))
                .map(EnvelopeReplies::sentence)
                .collect(Collectors.joining(" "));
    }

    private static String sentence(ReasonText reason) {
        return reason.field() == null ? reason.sentence() : reason.field() + ": " + reason.sentence();
    }
}
