package vn.lienthong.hub.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.dossier.Hop;
import vn.lienthong.hub.dossier.HopWatch;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Dossiers without the acknowledgement of their next hop: which hop, whose, since when and why. */
@RestController
class StuckEndpoint {

    private static final int MOST = 1_000;

    private final List<HopWatch> watches;
    private final DispatchRoutes routes;
    private final Clock clock;
    private final Scheduler blocking;

    StuckEndpoint(
            List<HopWatch> watches, DispatchRoutes routes, Clock clock, @Qualifier("blocking") Scheduler blocking) {
        this.watches =
                watches.stream().sorted(Comparator.comparing(HopWatch::hop)).toList();
        this.routes = routes;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** A line as staff read it; {@code minutes} is its age. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String hop, @Nullable String code, String owner, OffsetDateTime since, long minutes, String cause) {}

    record Page(List<Line> stuck) {}

    /** {@code after} in minutes, or as {@code PT90S}; without it each hop has its own patience. */
    @GetMapping("/api/v1/stuck")
    Mono<Page> read(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String hop,
            @RequestParam(defaultValue = "200") int limit) {
        Duration all = after == null ? null : duration(after);
        Hop only = hop == null ? null : hop(hop);
        return Mono.fromCallable(() -> page(all, only, Math.clamp(limit, 1, MOST)))
                .subscribeOn(blocking);
    }

    private Page page(@Nullable Duration after, @Nullable Hop only, int limit) {
        Instant now = clock.instant();
        List<Line> lines = new ArrayList<>();
        for (HopWatch watch : watches) {
            if (only == null || only == watch.hop()) {
                Duration patience = after == null ? routes.table().patience(watch.hop()) : after;
                watch.stuck(now.minus(patience), limit).forEach(stuck -> lines.add(line(stuck, now)));
            }
        }
        return new Page(lines);
    }

    private static Line line(HopWatch.Stuck stuck, Instant now) {
        return new Line(
                stuck.hop().name(),
                stuck.code(),
                stuck.owner(),
                stuck.since().atOffset(VietnamTime.OFFSET),
                Duration.between(stuck.since(), now).toMinutes(),
                stuck.cause());
    }

    private static Duration duration(String text) {
        try {
            return text.matches("\\d{1,6}") ? Duration.ofMinutes(Long.parseLong(text)) : Duration.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "invalid-parameter", "after: số phút, hoặc như PT90S; ví dụ after=30");
        }
    }

    private static Hop hop(String text) {
        try {
            return Hop.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "invalid-parameter", "hop: REGISTER, DISPATCH, ACCEPT hoặc TELL");
        }
    }
}
