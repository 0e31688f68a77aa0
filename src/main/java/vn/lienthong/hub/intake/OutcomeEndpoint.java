package vn.lienthong.hub.intake;

import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.http.Problems;

/** What became of a submission: {@code GET /api/v1/submissions/{receipt}}, for the sender it was given to and for staff. */
@RestController
class OutcomeEndpoint {

    private static final int MOST = 1_000;

    private final Receipts receipts;
    private final ObjectProvider<SubmissionOutcomes> outcomes;
    private final Scheduler blocking;

    OutcomeEndpoint(Receipts receipts, ObjectProvider<SubmissionOutcomes> outcomes, Scheduler blocking) {
        this.receipts = receipts;
        this.outcomes = outcomes;
        this.blocking = blocking;
    }

    @GetMapping("/api/v1/submissions/{receipt}")
    Mono<OutcomeView> outcome(
            @PathVariable String receipt,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        Receipt known = receipts.parse(receipt)
                .filter(given -> mayRead(caller, given))
                .orElseThrow(() -> Rejections.UNKNOWN_RECEIPT);
        Locale locale = Problems.language(exchange);
        int page = Math.clamp(limit, 1, MOST);
        return Mono.fromCallable(() -> outcomes.getObject().find(known.id(), Math.max(after, 0), page))
                .subscribeOn(blocking)
                .onErrorMap(OutcomeEndpoint::databaseAway, away -> Rejections.REGISTER_AWAY)
                .map(found -> found.map(outcome -> OutcomeView.of(receipt, outcome, page, locale))
                        .orElseGet(() -> OutcomeView.inFlight(receipt)));
    }

    private boolean mayRead(Caller caller, Receipt receipt) {
        String sender = caller.sender();
        return sender == null || receipts.isOf(receipt, sender);
    }

    private static boolean databaseAway(Throwable failure) {
        return failure instanceof DataAccessException || failure instanceof CannotCreateTransactionException;
    }
}
