package vn.lienthong.hub.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.Problems;

/**
 * The door for systems that speak SOAP 1.1: {@code POST /soap/{sender}}, described by {@code GET /soap/{sender}?wsdl}. The
 * envelope as it came is the submission; whatever is wrong with it is told as a fault.
 */
@Component
class SoapEndpoint implements WebHandler {

    static final String PATH = "/soap/{sender}";

    private static final Logger log = LoggerFactory.getLogger(SoapEndpoint.class);
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    private final FrontDoor door;
    private final SoapReplies replies;
    private final Senders senders;
    private final AppliedConfig config;
    private final ContentStore contents;
    private final Scheduler blocking;

    SoapEndpoint(
            FrontDoor door,
            SoapReplies replies,
            Senders senders,
            AppliedConfig config,
            ContentStore contents,
            Scheduler blocking) {
        this.door = door;
        this.replies = replies;
        this.senders = senders;
        this.config = config;
        this.contents = contents;
        this.blocking = blocking;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        if (method == HttpMethod.GET && isAskedForTheDescription(exchange)) {
            return Mono.defer(() -> describe(exchange));
        }
        if (method != HttpMethod.POST) {
            return Mono.error(new MethodNotAllowedException(method, Set.of(HttpMethod.POST)));
        }
        return Mono.defer(() -> take(exchange))
                .doOnError(door::rejected)
                .onErrorResume(failure -> fault(exchange, failure));
    }

    private static boolean isAskedForTheDescription(ServerWebExchange exchange) {
        return exchange.getRequest().getQueryParams().keySet().stream().anyMatch("wsdl"::equalsIgnoreCase);
    }

    private Mono<Void> describe(ServerWebExchange exchange) {
        Sender sender = senders.find(SubmissionEndpoint.sender(exchange)).orElseThrow(() -> Rejections.UNKNOWN_SENDER);
        String address = exchange.getRequest().getURI().toString().replaceFirst("\\?.*$", "");
        String wsdl = config.text(SoapRules.of(sender).wsdl()).replace("{address}", address);
        return write(exchange, HttpStatus.OK, wsdl);
    }

    private Mono<Void> take(ServerWebExchange exchange) {
        Sender sender = door.admit(exchange, SubmissionEndpoint.sender(exchange));
        SoapRules rules = SoapRules.of(sender);
        var operation = new AtomicReference<>("");
        return door.push(
                        exchange,
                        sender,
                        body -> body.flatMap(taken -> Mono.fromCallable(() -> {
                                    operation.set(operation(taken, rules));
                                    return taken;
                                })
                                .subscribeOn(blocking)))
                .flatMap(push -> replies.to(
                        push, sender, rules, Objects.requireNonNull(operation.get()), Problems.language(exchange)))
                .flatMap(reply -> write(
                        exchange, reply.fault() ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.OK, reply.text()));
    }

    private String operation(Body body, SoapRules rules) {
        try (InputStream bytes =
                body.inline() == null ? contents.open(body.sha256()) : new ByteArrayInputStream(body.inline())) {
            String operation = SoapText.operation(bytes);
            if (!rules.operations().containsKey(operation)) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "unknown-operation",
                        "Served are: " + String.join(", ", rules.operations().keySet()));
            }
            return operation;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** With status 500 whatever the cause, as SOAP 1.1 wants it (section 6.2). */
    private static Mono<Void> fault(ServerWebExchange exchange, Throwable failure) {
        ProblemException problem = problem(exchange, failure);
        if (problem.retryAfter() != null) {
            exchange.getResponse()
                    .getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(problem.retryAfter().toSeconds()));
        }
        return write(exchange, HttpStatus.INTERNAL_SERVER_ERROR, SoapText.fault(problem, Correlation.of(exchange)));
    }

    private static ProblemException problem(ServerWebExchange exchange, Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known;
        }
        log.error("SOAP call failed, correlationId={}", Correlation.of(exchange), failure);
        return new ProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The hub failed; quote the correlation id");
    }

    private static Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String text) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatusCode(status);
        response.getHeaders().setContentType(XML);
        response.getHeaders().setContentLength(bytes.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
