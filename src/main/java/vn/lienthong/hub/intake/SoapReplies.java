package vn.lienthong.hub.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.catalog.sender.Sender;

/** What a service's caller is answered, by its reply mode: never a success before the register says so. */
@Component
class SoapReplies {

    private final Receipts receipts;
    private final OutcomeWaits waits;

    SoapReplies(Receipts receipts, OutcomeWaits waits) {
        this.receipts = receipts;
        this.waits = waits;
    }

    /** An envelope, and whether it is a fault. */
    record Envelope(String text, boolean fault) {}

    Mono<Envelope> to(Push push, Sender sender, SoapRules rules, String operation, Locale locale) {
        Duration patience = sender.reply().outcomeWithin();
        Mono<Optional<SubmissionOutcome>> outcome = patience == null
                ? Mono.just(Optional.empty())
                : waits.await(push.receipt(), patience).map(Optional::of).defaultIfEmpty(Optional.empty());
        return outcome.map(known -> envelope(push, rules, operation, known.orElse(null), locale));
    }

    private Envelope envelope(
            Push push, SoapRules rules, String operation, @Nullable SubmissionOutcome outcome, Locale locale) {
        SenderReply reply =
                SenderReply.in(rules.words(), outcome, receipts.text(push.receipt()), push.correlationId(), locale);
        String words = new String(reply.body(), StandardCharsets.UTF_8);
        if (reply.status().is4xxClientError()) {
            return new Envelope(SoapText.refusal(words, push.correlationId()), true);
        }
        String element = rules.operations().getOrDefault(operation, "");
        return new Envelope(SoapText.answer(element, words), false);
    }
}
