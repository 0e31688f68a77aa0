package vn.lienthong.hub.console.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
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
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;

/** Tells a shift to the next one, and takes its notes. */
@RestController
@RequestMapping("/api/v1/hand-over")
class HandOverEndpoint {

    private static final Duration USUAL = Duration.ofHours(8);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int LONGEST_NOTE = 2000;

    private final Shift shift;
    private final Clock clock;
    private final Scheduler blocking;

    HandOverEndpoint(Shift shift, Clock clock, @Qualifier("blocking") Scheduler blocking) {
        this.shift = shift;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** What the next shift should know. */
    record Said(@Nullable String note) {}

    @GetMapping
    Mono<HandOver> tell(@RequestParam(required = false) @Nullable OffsetDateTime since) {
        Instant now = clock.instant();
        Instant moment = since == null ? now.minus(USUAL) : since.toInstant();
        if (moment.isAfter(now) || moment.isBefore(now.minus(LONGEST))) {
            throw bad("since", "since phải nằm trong bảy ngày qua");
        }
        return Mono.fromCallable(() -> shift.since(moment)).subscribeOn(blocking);
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> note(@RequestBody Said said, @AuthenticationPrincipal Caller caller) {
        Actor operator = caller.allowed(Right.REPLAY);
        String note = said.note() == null ? "" : said.note().strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw bad("note", "note: từ 1 đến " + LONGEST_NOTE + " ký tự");
        }
        return Mono.<Void>fromRunnable(() -> shift.note(note, operator)).subscribeOn(blocking);
    }

    private static ProblemException bad(String field, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-" + field, detail);
    }
}
