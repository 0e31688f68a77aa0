package vn.lienthong.hub.console.overview;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Is the province in sync? Counted once for all who look within some seconds. */
@RestController
@EnableConfigurationProperties(OverviewSettings.class)
class OverviewEndpoint {

    private final LoadingCache<Boolean, Sheet> sheets;
    private final Scheduler blocking;

    OverviewEndpoint(
            Overview overview, OverviewSettings settings, Clock clock, @Qualifier("blocking") Scheduler blocking) {
        this.blocking = blocking;
        this.sheets = Caffeine.newBuilder()
                .expireAfterWrite(settings.remembered())
                .maximumSize(1)
                .build(one -> new Sheet(
                        clock.instant().atOffset(VietnamTime.OFFSET),
                        settings.promptly().toMinutes(),
                        overview.standings()));
    }

    /** @param promptMinutes within how many minutes a status counts as told in time */
    record Sheet(OffsetDateTime at, long promptMinutes, List<Standing> departments) {

        Sheet seenBy(Caller caller) {
            return new Sheet(
                    at,
                    promptMinutes,
                    departments.stream()
                            .filter(one -> caller.sees(one.sender()))
                            .toList());
        }
    }

    @GetMapping("/api/v1/overview")
    Mono<Sheet> show(@AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> sheets.get(true).seenBy(caller)).subscribeOn(blocking);
    }
}
