package vn.lienthong.hub.platform.routes;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.InflightRepository.InflightExchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Counts what goes through each route of this node, by tens of seconds, and remembers its last failures. */
@Component
class RouteTraffic {

    private static final int SLOT_SECONDS = 10;
    private static final int MINUTE = 60 / SLOT_SECONDS;
    private static final int SLOTS = 5 * MINUTE;
    private static final int REMEMBERED = 20;

    private final Clock clock;
    private final Map<String, Counted> routes = new ConcurrentHashMap<>();

    RouteTraffic(Clock clock) {
        this.clock = clock;
    }

    void ended(String route, @Nullable Throwable trouble, @Nullable String correlationId) {
        Counted counted = routes.computeIfAbsent(route, id -> new Counted());
        counted.one(slot());
        if (trouble != null) {
            counted.failure(new RouteFailure(
                    clock.instant().atOffset(VietnamTime.OFFSET),
                    root(trouble).getClass().getSimpleName(),
                    correlationId));
        }
    }

    RouteFigures figures(CamelContext context, String route) {
        @Nullable InflightExchange oldest = context.getInflightRepository().oldest(route);
        return routes.getOrDefault(route, new Counted())
                .figures(
                        slot(),
                        context.getInflightRepository().size(route),
                        oldest == null ? null : oldest.getDuration());
    }

    /** The newest first. */
    List<RouteFailure> failures(String route) {
        return routes.getOrDefault(route, new Counted()).failures();
    }

    private long slot() {
        return TimeUnit.MILLISECONDS.toSeconds(clock.millis()) / SLOT_SECONDS;
    }

    private static Throwable root(Throwable trouble) {
        Throwable root = trouble;
        for (int depth = 0; root.getCause() != null && depth < REMEMBERED; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static final class Counted {

        private final long[] slots = new long[SLOTS];
        private final Deque<RouteFailure> failures = new ArrayDeque<>();
        private long newest;
        private long total;
        private long failed;

        synchronized void one(long slot) {
            reach(slot);
            slots[(int) (slot % SLOTS)]++;
            total++;
        }

        synchronized void failure(RouteFailure failure) {
            failed++;
            failures.addFirst(failure);
            if (failures.size() > REMEMBERED) {
                failures.removeLast();
            }
        }

        synchronized List<RouteFailure> failures() {
            return List.copyOf(failures);
        }

        synchronized RouteFigures figures(long slot, int inFlight, @Nullable Long oldest) {
            reach(slot);
            return new RouteFigures(
                    sum(slot, MINUTE),
                    sum(slot, SLOTS),
                    inFlight,
                    oldest,
                    total,
                    failed,
                    failures.isEmpty() ? null : failures.getFirst().at());
        }

        /** Slots in which nothing ended are empty. */
        private void reach(long slot) {
            for (long next = Math.max(newest + 1, slot - SLOTS + 1); next <= slot; next++) {
                slots[(int) (next % SLOTS)] = 0;
            }
            newest = Math.max(newest, slot);
        }

        private long sum(long slot, int many) {
            long sum = 0;
            for (long back = slot - many + 1; back <= slot; back++) {
                sum += slots[(int) (back % SLOTS)];
            }
            return sum;
        }
    }
}
