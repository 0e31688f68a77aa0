package vn.lienthong.hub.intake.failures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.intake.submissions.Replays;
import vn.lienthong.hub.platform.CacheReach;

/**
 * Which records were replayed together, for a day, so that somebody can watch what becomes of them. In Redis, because it
 * may be lost: the records and the audit know what happened without it.
 */
@Component
class ReplayBatches {

    private static final Logger log = LoggerFactory.getLogger(ReplayBatches.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String NAME = "replay-batch:";

    private final ReactiveStringRedisTemplate redis;
    private final CacheReach reach;
    private final JsonMapper json;

    ReplayBatches(ReactiveStringRedisTemplate redis, CacheReach reach, JsonMapper json) {
        this.redis = redis;
        this.reach = reach;
        this.json = json;
    }

    /**
     * Records that one order put in flight again.
     *
     * @param sender null for an order over all senders
     * @param cause for which they had failed; null when the order named none
     */
    record Batch(
            Instant at,
            String by,
            String reason,
            @Nullable String sender,
            @Nullable String cause,
            List<Replays.Key> records) {}

    /** Under which name it is found; null when nobody will remember it. */
    @Nullable
    String keep(Batch batch) {
        String id = UUID.randomUUID().toString();
        try {
            boolean kept = reach.reached()
                    && Boolean.TRUE.equals(redis.opsForValue()
                            .set(NAME + id, json.writeValueAsString(batch), KEPT)
                            .block(PATIENCE));
            return kept ? id : null;
        } catch (RuntimeException away) {
            log.debug("A batch is not remembered: {}", away.getMessage());
            return null;
        }
    }

    Optional<Batch> find(UUID id) {
        if (!reach.reached()) {
            return Optional.empty();
        }
        try {
            return redis.opsForValue()
                    .get(NAME + id)
                    .blockOptional(PATIENCE)
                    .map(text -> json.readValue(text, Batch.class));
        } catch (JacksonException older) {
            return Optional.empty();
        } catch (RuntimeException away) {
            log.debug("No batch can be read: {}", away.getMessage());
            return Optional.empty();
        }
    }
}
