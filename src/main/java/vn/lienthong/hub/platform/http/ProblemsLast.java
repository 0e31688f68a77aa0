package vn.lienthong.hub.platform.http;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.database.DatabaseFailure;

/** The last stop of every failed request: what is not a problem of the caller is ours, and shows only a correlation id. */
@Component
@Order(-2)
class ProblemsLast implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemsLast.class);

    /** Whoever asked did nothing wrong and shall ask again. */
    private static final ProblemException AWAY = new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "database-away",
                    "Cơ sở dữ liệu tạm thời không trả lời; hãy gửi lại yêu cầu này")
            .retryAfter(Duration.ofSeconds(2));

    private static final ProblemException OURS = new ProblemException(
            HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The hub failed; quote the correlation id to its operators");

    private final Problems problems;

    ProblemsLast(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return Mono.error(failure); // nobody is left to be told, and the server notes it quietly
        }
        return problems.write(exchange, problem(exchange, failure));
    }

    private static ProblemException problem(ServerWebExchange exchange, Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known;
        }
        if (failure instanceof ServerWebInputException input) {
            return BadInput.problem(input);
        }
        if (failure instanceof ErrorResponse web && known(web.getStatusCode()) != null) {
            HttpStatus status = HttpStatus.valueOf(web.getStatusCode().value());
            return new ProblemException(status, "http-" + status.value(), status.getReasonPhrase());
        }
        boolean away = DatabaseFailure.meansAway(failure);
        String correlationId = Correlation.of(exchange);
        try (var logged = Correlation.log(correlationId)) {
            if (away) {
                log.warn(
                        "Not answered: PostgreSQL is away or busy, correlationId={}: {}",
                        correlationId,
                        failure.getMessage());
            } else {
                log.error("Request failed, correlationId={}", correlationId, failure);
            }
        }
        return away ? AWAY : OURS;
    }

    private static @org.jspecify.annotations.Nullable HttpStatus known(HttpStatusCode code) {
        return HttpStatus.resolve(code.value());
    }
}
