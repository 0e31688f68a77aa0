package vn.lienthong.hub.intake;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.http.Problems;

/** What a sender is answered: a receipt, or where its contract says so the outcome in its own words. */
@Component
class DoorReplies {

    private static final String SUBMISSIONS = "/api/v1/submissions/";

    private final Receipts receipts;
    private final OutcomeWaits waits;
    private final JsonMapper json;
    private final Clock clock;

    DoorReplies(Receipts receipts, OutcomeWaits waits, JsonMapper json, Clock clock) {
        this.receipts = receipts;
        this.waits = waits;
        this.json = json;
        this.clock = clock;
    }

    /** The answer of {@code 202}. */
    record Accepted(String receipt, String status, OffsetDateTime acceptedAt, String correlationId) {}

    Mono<Void> answer(ServerWebExchange exchange, Sender sender, Push push) {
        String receipt = receipts.text(push.receipt());
        exchange.getResponse().getHeaders().setLocation(URI.create(SUBMISSIONS + receipt));
        Duration patience = sender.reply().outcomeWithin();
        return patience == null
                ? write(exchange, HttpStatus.ACCEPTED, MediaType.APPLICATION_JSON, accepted(push, receipt))
                : outcome(exchange, sender, push, receipt, patience);
    }

    private byte[] accepted(Push push, String receipt) {
        OffsetDateTime at =
                Instant.ofEpochMilli(push.acceptedAt()).atZone(clock.getZone()).toOffsetDateTime();
        return json.writeValueAsBytes(new Accepted(receipt, "ACCEPTED", at, push.correlationId()));
    }

    private Mono<Void> outcome(
            ServerWebExchange exchange, Sender sender, Push push, String receipt, Duration patience) {
        Locale locale = Problems.language(exchange);
        return waits.await(push.receipt(), patience)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(outcome -> SenderReply.of(sender, outcome.orElse(null), receipt, push.correlationId(), locale))
                .flatMap(reply -> write(exchange, reply.status(), reply.type(), reply.body()));
    }

    private static Mono<Void> write(ServerWebExchange exchange, HttpStatusCode status, MediaType type, byte[] body) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(type);
        response.getHeaders().setContentLength(body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }
}
