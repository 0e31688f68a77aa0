package vn.lienthong.hub.platform.http;

import java.util.List;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/** Writes problems to a response in the caller's language, with the correlation id and never a stack trace. */
@Component
public class Problems {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
        Reasons.read(); // now, because an event loop must not be the one that reads the files
    }

    /** Answers an exchange outside a controller: filters, security entry points. */
    public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(problem);
        }
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfter() != null) {
            response.getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(problem.retryAfter().toSeconds()));
        }
        if (problem.challenge() != null) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, problem.challenge());
        }
        DataBuffer body = response.bufferFactory().wrap(json.writeValueAsBytes(body(exchange, problem)));
        return response.writeWith(Mono.just(body));
    }

    private static Problem body(ServerWebExchange exchange, ProblemException problem) {
        Locale locale = language(exchange);
        List<ReasonText> errors = problem.reasons().stream()
                .map(reason -> Reasons.text(reason, locale))
                .toList();
        HttpStatus status = problem.status();
        return new Problem(
                Problem.TYPE_PREFIX + problem.kind(),
                status.getReasonPhrase(),
                status.value(),
                problem.detail(),
                errors,
                Correlation.of(exchange));
    }

    /** The language the caller asked for, Vietnamese unless it says otherwise. */
    public static Locale language(ServerWebExchange exchange) {
        List<Locale> accepted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
        return accepted.isEmpty() ? Reasons.VIETNAMESE : accepted.getFirst();
    }
}
