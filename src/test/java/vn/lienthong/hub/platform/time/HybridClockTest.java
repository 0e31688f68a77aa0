package vn.lienthong.hub.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.platform.PlatformFixture;

class HybridClockTest {

    private static final Instant NOON = Instant.parse("2026-08-24T05:00:00Z");

    @TempDir
    Path folder;

    @Test
    void growsWithinAMillisecond() {
        HybridClock clock = at(NOON);
        Stamp first = clock.next();
        Stamp second = clock.next();
        assertThat(second).isGreaterThan(first);
        assertThat(second.at()).isEqualTo(first.at()).isEqualTo(NOON);
    }

    @Test
    void growsOverACrashEvenWhenTheMachinesClockWasSetBack() {
        Stamp before = at(NOON).next();
        Stamp after = at(NOON.minus(Duration.ofHours(3))).next();
        assertThat(after).isGreaterThan(before);
    }

    @Test
    void goesOnFromItsLastStampAfterAnOrderlyStop() {
        HybridClock clock = at(NOON);
        Stamp before = clock.next();
        clock.destroy();
        assertThat(at(NOON).next().at()).isEqualTo(before.at());
    }

    @Test
    void isNeverFurtherAheadThanItsLeadAfterACrash() {
        at(NOON).next();
        assertThat(at(NOON).next().at()).isBeforeOrEqualTo(NOON.plus(HybridClock.LEAD));
    }

    @Test
    void givesNoStampTwiceToManyThreads() {
        HybridClock clock = at(NOON);
        Set<Stamp> stamps = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5_000; i++) {
                threads.submit(() -> {
                    stamps.add(clock.next());
                });
            }
        }
        assertThat(stamps).hasSize(5_000);
    }

    @Test
    void writesStampsAsTextThatSortsAndReadsBack() {
        HybridClock clock = at(NOON);
        Stamp first = clock.next();
        Stamp second = clock.next();
        assertThat(second.toString()).isGreaterThan(first.toString());
        assertThat(Stamp.parse(second.toString())).isEqualTo(second);
    }

    private HybridClock at(Instant now) {
        return PlatformFixture.hybridClock(folder, Clock.fixed(now, ZoneOffset.UTC));
    }
}
