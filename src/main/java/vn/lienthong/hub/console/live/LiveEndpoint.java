package vn.lienthong.hub.console.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/**
 * One stream of server-sent events for a page: {@code changed} with the names of areas. It says that something changed
 * and never what; the page asks for its parts again, with the rights of its reader.
 */
@RestController
class LiveEndpoint {

    /** Then the browser asks again, and is asked again who it is. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Pulse pulse;
    private final Clock clock;

    LiveEndpoint(Pulse pulse, Clock clock) {
        this.pulse = pulse;
        this.clock = clock;
    }

    /**
     * Begins with what changed while the page was on its way or its connection was lost.
     *
     * @param since when the page was made, in milliseconds since 1970
     * @param last the same of the last change that the browser heard of, when it comes back
     */
    @GetMapping(path = "/console/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> live(
            @RequestParam(defaultValue = "0") long since,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long last) {
        Instant made = Instant.ofEpochMilli(Math.max(since, last));
        AtomicBoolean first = new AtomicBoolean(true);
        return Flux.just(ServerSentEvent.<String>builder().comment("here").build())
                .concatWith(pulse.beats()
                        .map(areas -> first.getAndSet(false) ? pulse.since(made) : areas)
                        .map(this::event))
                .take(LONGEST);
    }

    private ServerSentEvent<String> event(Set<String> areas) {
        return areas.isEmpty()
                ? ServerSentEvent.<String>builder().comment("").build()
                : ServerSentEvent.<String>builder()
                        .id(Long.toString(clock.millis()))
                        .event("changed")
                        .data(String.join(" ", areas))
                        .build();
    }
}
