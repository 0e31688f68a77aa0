package vn.lienthong.hub.intake.sandbox;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.Doorkeeper;
import vn.lienthong.hub.intake.PushHeaders;
import vn.lienthong.hub.intake.sandbox.Sandbox.Push;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.Problems;
import vn.lienthong.hub.platform.http.WholeBody;

/** The sandbox over HTTP: for the sender itself; staff may read what its pushes came to. */
@RestController
class SandboxEndpoint {

    private static final String DOOR = "/sandbox/api/v1/senders/{sender}/submissions";
    private static final String SUBMISSIONS = "/sandbox/api/v1/submissions/";
    private static final int LONGEST_BODY = 5 << 20;
    private static final ProblemException UNKNOWN_RECEIPT =
            new ProblemException(HttpStatus.NOT_FOUND, "unknown-receipt", "Không có biên nhận thử này");

    private final Doorkeeper doorkeeper;
    private final Sandbox sandbox;
    private final Scheduler blocking;

    SandboxEndpoint(Doorkeeper doorkeeper, Sandbox sandbox, @Qualifier("blocking") Scheduler blocking) {
        this.doorkeeper = doorkeeper;
        this.sandbox = sandbox;
        this.blocking = blocking;
    }

    /** The answer of {@code 202}; by the time it is given the outcome is there. */
    record Accepted(String receipt, String status, OffsetDateTime acceptedAt, String correlationId) {}

    @PostMapping(DOOR)
    Mono<ResponseEntity<Accepted>> push(
            @PathVariable String sender, @AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        Sender own = doorkeeper.admitToSandbox(caller, sender, headers);
        PushHeaders said = PushHeaders.of(headers);
        String correlationId = Correlation.of(exchange);
        Locale language = Problems.language(exchange);
        return WholeBody.of(exchange.getRequest().getBody(), LONGEST_BODY)
                .publishOn(blocking)
                .map(body -> sandbox.play(own, push(body, said, correlationId, language)))
                .map(outcome -> accepted(outcome, correlationId));
    }

    @GetMapping(SUBMISSIONS + "{receipt}")
    Mono<Outcome> outcome(@PathVariable String receipt, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> sandbox.outcome(caller.sender(), receipt).orElseThrow(() -> UNKNOWN_RECEIPT))
                .subscribeOn(blocking);
    }

    /** Begins anew: what was pushed before is forgotten. */
    @DeleteMapping(DOOR)
    Mono<Map<String, Integer>> empty(@PathVariable String sender, @AuthenticationPrincipal Caller caller) {
        if (!caller.isSender(sender) && !caller.may(Right.REPLAY)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "foreign-sender", "Khóa này của nơi gửi khác");
        }
        return Mono.fromCallable(() -> Map.of("forgotten", sandbox.empty(sender)))
                .subscribeOn(blocking);
    }

    private static Push push(byte[] body, PushHeaders said, String correlationId, Locale language) {
        return new Push(
                body, said.contentType(), said.idempotencyKey(), at(said.snapshotAt()), correlationId, language);
    }

    private static @Nullable Instant at(@Nullable String snapshot) {
        return snapshot == null ? null : OffsetDateTime.parse(snapshot).toInstant();
    }

    private static ResponseEntity<Accepted> accepted(Outcome outcome, String correlationId) {
        OffsetDateTime at = outcome.acceptedAt().atOffset(ZoneOffset.ofHours(7));
        return ResponseEntity.accepted()
                .location(URI.create(SUBMISSIONS + outcome.receipt()))
                .body(new Accepted(outcome.receipt(), "ACCEPTED", at, correlationId));
    }
}
