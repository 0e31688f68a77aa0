package vn.lienthong.hub.portal;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.dossier.ChangeFeed;

/** How far the readers of the change feed have come. */
@RestController
class FeedEndpoint {

    private final ChangeFeed feed;
    private final FeedReaders readers;
    private final Scheduler blocking;

    FeedEndpoint(ChangeFeed feed, FeedReaders readers, @Qualifier("blocking") Scheduler blocking) {
        this.feed = feed;
        this.readers = readers;
        this.blocking = blocking;
    }

    /** @param lagMillis how long the oldest change has been waiting for older transactions to end */
    record Standing(long lagMillis, List<Shown> readers) {}

    /** @param behind whether something is there to read that it has not fetched */
    record Shown(String reader, OffsetDateTime at, String next, int changes, boolean behind) {}

    @GetMapping("/api/v1/national/feed")
    Mono<Standing> standing() {
        return Mono.fromCallable(() -> new Standing(
                        feed.lag().toMillis(),
                        readers.all().stream().map(this::shown).toList()))
                .subscribeOn(blocking);
    }

    private Shown shown(FeedReaders.Reader one) {
        boolean behind = !feed.after(one.next(), 1).changes().isEmpty();
        return new Shown(one.reader(), one.at(), one.next(), one.changes(), behind);
    }
}
