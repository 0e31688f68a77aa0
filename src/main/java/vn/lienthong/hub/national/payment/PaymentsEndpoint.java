package vn.lienthong.hub.national.payment;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.dossier.state.PaymentTransaction;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** Payments for staff, and the door at which the platform confirms them: it is known by its signature, not by a key. */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentsEndpoint {

    private static final int MOST = 500;
    private static final String SOON = "60";

    private final Cashier cashier;
    private final Confirmations confirmations;
    private final Comparison comparison;
    private final Payments payments;
    private final Scheduler blocking;

    PaymentsEndpoint(
            Cashier cashier,
            Confirmations confirmations,
            Comparison comparison,
            Payments payments,
            Scheduler blocking) {
        this.cashier = cashier;
        this.confirmations = confirmations;
        this.comparison = comparison;
        this.payments = payments;
        this.blocking = blocking;
    }

    /** For which dossier; without an amount, for what it is known to owe. */
    record Order(@Nullable String dossier, @Nullable Long amount) {}

    /** What the bank says beside what dossiers know. */
    record Comparing(List<Payment> paidButNotSettled, List<Payments.Finding> findings) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Payment> start(@RequestBody Order order, @AuthenticationPrincipal Caller caller) {
        String code = order.dossier();
        if (code == null || code.isBlank()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "Give a dossier",
                    List.of(Reason.of("wrong-kind", "dossier", null)));
        }
        return Mono.fromCallable(() -> cashier.start(code.strip(), order.amount(), caller.actor()))
                .subscribeOn(blocking);
    }

    @PostMapping("/confirm")
    Mono<ResponseEntity<ObjectNode>> confirm(@RequestBody JsonNode message) {
        return Mono.fromCallable(() -> answered(confirmations.take(message))).subscribeOn(blocking);
    }

    private static ResponseEntity<ObjectNode> answered(Confirmations.Answer answer) {
        return answer.later()
                ? ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, SOON)
                        .body(answer.ack())
                : ResponseEntity.ok(answer.ack());
    }

    @GetMapping
    Mono<List<Payment>> list(
            @RequestParam(required = false) @Nullable String state, @RequestParam(defaultValue = "50") int limit) {
        var wanted = state == null ? null : state(state);
        return Mono.fromCallable(() -> payments.page(wanted, Math.clamp(limit, 1, MOST)))
                .subscribeOn(blocking);
    }

    private static PaymentTransaction state(String wire) {
        return Arrays.stream(PaymentTransaction.values())
                .filter(one -> one.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "bad-request",
                        "No payment is ever so",
                        List.of(Reason.of("not-one-of", "state", wire)
                                .with("allowed", "khoi-tao, thanh-cong, that-bai"))));
    }

    @GetMapping("/reconciliation")
    Mono<Comparing> compared() {
        return Mono.fromCallable(() -> new Comparing(payments.unsettled(MOST), payments.findings(MOST)))
                .subscribeOn(blocking);
    }

    /** At once, and not only when its time comes. */
    @PostMapping("/reconciliation")
    Mono<Comparison.Done> compare() {
        return Mono.fromCallable(comparison::run).subscribeOn(blocking);
    }

    /** The platform's receipt of a payment. */
    @GetMapping("/bill")
    Mono<JsonNode> bill(@RequestParam String reference) {
        return Mono.fromCallable(() -> cashier.bill(reference)).subscribeOn(blocking);
    }
}
