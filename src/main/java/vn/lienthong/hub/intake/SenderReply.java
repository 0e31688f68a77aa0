package vn.lienthong.hub.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/**
 * An answer in the sender's own words: {@code replies} of its configuration, where {@code {receipt}}, {@code {code}},
 * {@code {reasons}} and {@code {correlationId}} are filled in.
 *
 * <p>What is not registered is never answered with a success: past the waiting time, and for a parked record, the hub
 * says that it has the submission and works on it.
 */
record SenderReply(HttpStatus status, MediaType type, byte[] body) {

    private static final String USUAL = "{\"status\":\"%s\",\"receipt\":\"{receipt}\",\"code\":\"{code}\","
            + "\"reasons\":\"{reasons}\",\"correlationId\":\"{correlationId}\"}";

    static SenderReply of(
            Sender sender, @Nullable SubmissionOutcome outcome, String receipt, String correlationId, Locale locale) {
        return in(sender.settings().path("replies"), outcome, receipt, correlationId, locale);
    }

    /** In these words. */
    static SenderReply in(
            JsonNode words, @Nullable SubmissionOutcome outcome, String receipt, String correlationId, Locale locale) {
        Word word = Word.of(outcome);
        MediaType type = MediaType.parseMediaType(words.path("contentType").asString("application/json"));
        String template = words.path(word.key).asString(USUAL.formatted(word.name()));
        Map<String, String> values = Map.of(
                "receipt",
                receipt,
                "code",
                outcome == null ? "" : codes(outcome),
                "reasons",
                outcome == null ? "" : reasons(outcome, locale),
                "correlationId",
                correlationId);
        return new SenderReply(word.status, type, fill(template, values, type).getBytes(StandardCharsets.UTF_8));
    }

    private static String fill(String template, Map<String, String> values, MediaType type) {
        String filled = template;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", escape(value.getValue(), type));
        }
        return filled;
    }

    private static String escape(String value, MediaType type) {
        if (type.getSubtype().endsWith("json")) {
            return new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
        }
        return type.getSubtype().endsWith("xml") ? HtmlUtils.htmlEscapeDecimal(value) : value;
    }

    private static String codes(SubmissionOutcome outcome) {
        return outcome.page().stream()
                .map(RecordOutcome::code)
                .filter(code -> code != null)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String reasons(SubmissionOutcome outcome, Locale locale) {
        return outcome.page().stream()
                .filter(record -> record.state() == RecordState.REFUSED)
                .flatMap(record -> record.reasons().stream())
                .map(reason -> Reasons.text(reason, locale))
                .map(SenderReply::sentence)
                .collect(Collectors.joining(" "));
    }

    private static String sentence(ReasonText reason) {
        return reason.field() == null ? reason.sentence() : reason.field() + ": " + reason.sentence();
    }

    /** The three things a sender may be told. */
    private enum Word {
        RECEIVED("received", HttpStatus.ACCEPTED),
        REGISTERED("registered", HttpStatus.OK),
        REFUSED("refused", HttpStatus.UNPROCESSABLE_ENTITY);

        private final String key;
        private final HttpStatus status;

        Word(String key, HttpStatus status) {
            this.key = key;
            this.status = status;
        }

        static Word of(@Nullable SubmissionOutcome outcome) {
            if (outcome == null || !outcome.complete()) {
                return RECEIVED;
            }
            SubmissionOutcome.Counts counts = outcome.counts();
            if (counts.refused() > 0) {
                return REFUSED;
            }
            return counts.registered() == counts.records() && counts.records() > 0 ? REGISTERED : RECEIVED;
        }
    }
}
