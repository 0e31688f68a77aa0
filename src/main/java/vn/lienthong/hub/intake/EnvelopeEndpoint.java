package vn.lienthong.hub.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.access.Sessions;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.dossier.NeighbourQuestions;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.http.ProblemException;

/**
 * The door for systems that log in and call with an envelope, as the national portal does: {@code POST
 * /envelope/{sender}/mapi/login} gives a session, {@code .../mapi/g} takes {@code service} and {@code data}. The envelope
 * is the submission; everything is answered with HTTP 200 and a code.
 */
@Component
class EnvelopeEndpoint implements WebHandler {

    static final String LOGIN = "/envelope/{sender}/mapi/login";
    static final String CALL = "/envelope/{sender}/mapi/g";

    private static final Logger log = LoggerFactory.getLogger(EnvelopeEndpoint.class);
    private static final ProblemException NO_SESSION =
            new ProblemException(HttpStatus.UNAUTHORIZED, "session-over", "Log in again");
    private static final int LONGEST_LOGIN = 4096;

    private final FrontDoor door;
    private final EnvelopeReplies replies;
    private final Senders senders;
    private final Sessions sessions;
    private final ObjectProvider<NeighbourQuestions> questions;
    private final Scheduler blocking;

    EnvelopeEndpoint(
            FrontDoor door,
            EnvelopeReplies replies,
            Senders senders,
            Sessions sessions,
            ObjectProvider<NeighbourQuestions> questions,
            Scheduler blocking) {
        this.door = door;
        this.replies = replies;
        this.senders = senders;
        this.sessions = sessions;
        this.questions = questions;
        this.blocking = blocking;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        if (method != HttpMethod.POST) {
            return Mono.error(new MethodNotAllowedException(method, Set.of(HttpMethod.POST)));
        }
        return Mono.defer(() -> take(exchange));
    }

    private Mono<Void> take(ServerWebExchange exchange) {
        Sender sender = senders.find(SubmissionEndpoint.sender(exchange)).orElseThrow(() -> Rejections.UNKNOWN_SENDER);
        EnvelopeTerms terms = EnvelopeTerms.of(sender);
        boolean login = exchange.getRequest().getPath().value().endsWith("/login");
        return Mono.defer(() -> login ? logIn(exchange, sender, terms) : call(exchange, sender, terms))
                .doOnError(door::rejected)
                .onErrorResume(failure -> Mono.just(EnvelopeReplies.problem(known(exchange, failure), terms)))
                .flatMap(answer -> write(exchange, answer.toString()));
    }

    private Mono<ObjectNode> logIn(ServerWebExchange exchange, Sender sender, EnvelopeTerms terms) {
        return door.body(
                exchange,
                LONGEST_LOGIN,
                bytes -> onThread(() -> {
                    JsonNode said = EnvelopeCall.read(bytes);
                    String name = said.path("username").asString("");
                    String session = sessions.open(name, said.path("password").asString(""))
                            .filter(given -> name.equals(sender.id()))
                            .orElseThrow(() -> NO_SESSION);
                    return EnvelopeReplies.session(session, terms);
                }));
    }

    private Mono<ObjectNode> call(ServerWebExchange exchange, Sender sender, EnvelopeTerms terms) {
        return door.body(
                exchange,
                sender.maxBodyBytes(),
                bytes -> onThread(() -> EnvelopeCall.of(bytes)).flatMap(call -> answer(exchange, call, sender, terms)));
    }

    private Mono<ObjectNode> answer(ServerWebExchange exchange, EnvelopeCall call, Sender sender, EnvelopeTerms terms) {
        Caller caller = sessions.caller(call.session()).orElseThrow(() -> NO_SESSION);
        if (terms.services().contains(call.service())) {
            return door.push(exchange, caller, sender, call.bytes()).flatMap(push -> replies.to(push, terms));
        }
        return onThread(() -> asked(call, caller, sender, terms));
    }

    private ObjectNode asked(EnvelopeCall call, Caller caller, Sender sender, EnvelopeTerms terms) {
        if (!caller.isSender(sender.id())) {
            throw Rejections.FOREIGN_SENDER;
        }
        List<NeighbourQuestions> known = questions.stream()
                .filter(asked -> asked.neighbour().equals(terms.asks()))
                .toList();
        return known.stream()
                .filter(asked -> asked.service().equals(call.service()))
                .findFirst()
                .map(asked -> (ObjectNode)
                        EnvelopeCall.read(asked.answer(call.bytes()).getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "unknown-service",
                        "Dịch vụ không được hỗ trợ: trường service phải là một trong " + served(terms, known)));
    }

    private static String served(EnvelopeTerms terms, List<NeighbourQuestions> known) {
        String asked = String.join(
                ", ", known.stream().map(NeighbourQuestions::service).toList());
        return String.join(", ", terms.services()) + (asked.isEmpty() ? "" : ", " + asked);
    }

    private <T> Mono<T> onThread(java.util.concurrent.Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(blocking);
    }

    private static ProblemException known(ServerWebExchange exchange, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        log.error("Envelope failed, correlationId={}", Correlation.of(exchange), failure);
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "internal", "The hub failed; send it again");
    }

    private static Mono<Void> write(ServerWebExchange exchange, String text) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(bytes.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
