package vn.lienthong.hub.notify.slips;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.http.ProblemException;

/** Form 07 for operators: it holds everybody's personal data. */
@RestController
class RegisterBookEndpoint {

    private final RegisterBook book;
    private final Scheduler blocking;

    RegisterBookEndpoint(RegisterBook book, @Qualifier("blocking") Scheduler blocking) {
        this.book = book;
        this.blocking = blocking;
    }

    @GetMapping("/api/v1/slips/07")
    Mono<ResponseEntity<byte[]>> print(
            @RequestParam(name = "agency") String agency,
            @RequestParam(name = "from") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(name = "to") @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(name = "format", defaultValue = "pdf") String format,
            ServerWebExchange exchange) {
        Actor by = Caller.of(exchange)
                .map(Caller::actor)
                .orElseThrow(() -> new ProblemException(HttpStatus.UNAUTHORIZED, "unauthorised", "Cần khóa truy cập"));
        return Mono.fromCallable(() -> book.issue(agency, new RegisterBook.Period(from, to), Format.of(format), by)
                        .answer())
                .subscribeOn(blocking);
    }
}
