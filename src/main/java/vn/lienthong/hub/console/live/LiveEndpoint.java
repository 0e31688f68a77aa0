package vn.lienthong.hub.console.live;

import java.time.Duration;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
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

    LiveEndpoint(Pulse pulse) {
        this.pulse = pulse;
    }

    @GetMapping(path = "/console/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> live() {
        return Flux.just(ServerSentEvent.<String>builder().comment("here").build())
                .concatWith(pulse.beats().map(LiveEndpoint::event))
                .take(LONGEST);
    }

    private static ServerSentEvent<String> event(Set<String> areas) {
        return areas.isEmpty()
                ? ServerSentEvent.<String>builder().comment("").build()
                : ServerSentEvent.<String>builder()
                        .event("changed")
                        .data(String.join(" ", areas))
                        .build();
    }
}
