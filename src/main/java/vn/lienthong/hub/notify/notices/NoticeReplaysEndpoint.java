package vn.lienthong.hub.notify.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.Problems;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/** An operator sends a notice on its way again. */
@RestController
class NoticeReplaysEndpoint {

    private static final String MAY_ARRIVE_TWICE = "notice-may-arrive-twice";

    private final NoticeReplays replays;
    private final Scheduler blocking;

    NoticeReplaysEndpoint(NoticeReplays replays, @Qualifier("blocking") Scheduler blocking) {
        this.replays = replays;
        this.blocking = blocking;
    }

    /** {@code warning} is there when nobody knows whether the notice had been sent before. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            long id,
            String was,
            String state,
            boolean mayArriveTwice,
            @Nullable ReasonText warning) {

        static Answer of(long id, String was, Locale language) {
            boolean twice = was.equals("UNCERTAIN");
            ReasonText warning = twice ? Reasons.text(Reason.of(MAY_ARRIVE_TWICE), language) : null;
            return new Answer(id, was, "WAITING", twice, warning);
        }
    }

    @PostMapping("/api/v1/notices/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer> replay(@PathVariable long id, ServerWebExchange exchange) {
        Locale language = Problems.language(exchange);
        Actor by = Caller.of(exchange)
                .map(Caller::actor)
                .orElseThrow(() -> new ProblemException(HttpStatus.UNAUTHORIZED, "unauthorised", "Cần khóa truy cập"));
        return Mono.fromCallable(() -> Answer.of(id, replays.replay(id, by), language))
                .subscribeOn(blocking);
    }
}
