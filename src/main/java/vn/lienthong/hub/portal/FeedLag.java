package vn.lienthong.hub.portal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.ChangeFeed;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** How long the oldest change has been kept from the feed by an older transaction still open. */
@Component
class FeedLag {

    private final ChangeFeed feed;
    private final DatabaseBreaker breaker;
    private volatile long millis;

    FeedLag(ChangeFeed feed, DatabaseBreaker breaker, MeterRegistry meters) {
        this.feed = feed;
        this.breaker = breaker;
        TimeGauge.builder("lienthong.feed.lag", this, TimeUnit.MILLISECONDS, lag -> lag.millis)
                .description("Age of the oldest change that the feed cannot show yet")
                .register(meters);
    }

    @Scheduled(fixedDelay = 5_000)
    void measure() {
        breaker.measure("Feed lag", () -> millis = feed.lag().toMillis());
    }
}
