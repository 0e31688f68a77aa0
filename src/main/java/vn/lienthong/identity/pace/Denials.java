package vn.lienthong.identity.pace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;

/**
 * Writes denials into the audit, one line each as long as they are few; of a flood the audit gets one line a minute with
 * how many there were of each kind. A denial stays one when the audit cannot be written: it grants nothing.
 */
@Component
public class Denials implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Denials.class);
    private static final int MOST_ADDRESSES = 10_000;

    private final Journal journal;
    private final Origins origins;
    private final PaceSettings settings;
    private final Bucket all;
    private final Cache<String, Bucket> byAddress = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Tally.MINUTE)
            .build();
    private Map<String, Long> summed = new TreeMap<>();

    Denials(Journal journal, Origins origins, PaceSettings settings) {
        this.journal = journal;
        this.origins = origins;
        this.settings = settings;
        this.all = perMinute(settings.denialsInAll());
    }

    /** A denial by this action; its kind is the action with its {@code error}, or {@code why}, and {@code call}. */
    public void record(String action, String object, Map<String, String> details) {
        if (byAddress.get(address(), any -> perMinute(settings.denials())).tryConsume(1) && all.tryConsume(1)) {
            write(action, object, details);
        } else {
            String why = details.getOrDefault("error", details.getOrDefault("why", ""));
            add(action + " " + why + " " + details.getOrDefault("call", ""), 1);
        }
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void sum() {
        Map<String, Long> taken = take();
        long count = taken.values().stream().mapToLong(Long::longValue).sum();
        if (count > 0 && !write("refused-many", "flood", Map.of("count", count, "kinds", taken))) {
            taken.forEach(this::add);
        }
    }

    @Override
    public void destroy() {
        sum();
    }

    private boolean write(String action, String object, Map<String, ?> details) {
        try {
            journal.record(Actor.IDENTITY, action, object, details);
            return true;
        } catch (DataAccessException | TransactionException unwritten) {
            log.warn(
                    "A denial could not be written to the audit: {}",
                    unwritten.getClass().getSimpleName());
            return false;
        }
    }

    private synchronized void add(String kind, long count) {
        summed.merge(kind.strip(), count, Long::sum);
    }

    private synchronized Map<String, Long> take() {
        Map<String, Long> taken = summed;
        summed = new TreeMap<>();
        return taken;
    }

    private String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
                ? origins.counted(call.getRequest())
                : "";
    }

    private static Bucket perMinute(int most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, Tally.MINUTE))
                .build();
    }
}
