package vn.lienthong.hub.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.SealedFile;

/**
 * Says who holds a key, from memory alone: no request waits for PostgreSQL.
 *
 * <p>The snapshot is read again every ten seconds, which is how a revocation reaches every node well within thirty
 * (delivery rules, section 2). With PostgreSQL down the last snapshot stays, also over a restart, from a sealed file.
 */
@Component
class KeyRing implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

    private final ApiKeys keys;
    private final KeyMacs macs;
    private final SealedFile<List<ApiKey>> file;
    private final Clock clock;
    private volatile List<ApiKey> known;
    private volatile Map<String, ApiKey> byPrefix;

    KeyRing(ApiKeys keys, KeyMacs macs, SealedFile<List<ApiKey>> file, Clock clock) {
        this.keys = keys;
        this.macs = macs;
        this.file = file;
        this.clock = clock;
        this.known = file.read().orElse(List.of());
        this.byPrefix = index(known);
    }

    Optional<Caller> holder(String text) {
        return KeyText.parse(text).flatMap(this::holder);
    }

    /** Whose key begins so, as long as it opens anything: for what was given to its holder. */
    Optional<Caller> holderOf(String prefix) {
        return Optional.ofNullable(byPrefix.get(prefix))
                .filter(key -> key.opensAt(clock.instant()))
                .map(key -> new Caller(key.actor()));
    }

    private Optional<Caller> holder(KeyText presented) {
        ApiKey key = byPrefix.get(presented.prefix());
        byte[] mac = macs.of(presented).getBytes(StandardCharsets.US_ASCII);
        boolean proven = MessageDigest.isEqual(mac, (key == null ? "" : key.mac()).getBytes(StandardCharsets.US_ASCII));
        return proven && key != null && key.opensAt(clock.instant())
                ? Optional.of(new Caller(key.actor()))
                : Optional.empty();
    }

    /** Before the door opens, so that the first request meets the keys of now. */
    @Override
    public void afterSingletonsInstantiated() {
        refresh();
    }

    /** Reads the keys again; what cannot be read leaves the snapshot as it was. */
    @Scheduled(fixedDelayString = "${lienthong.access.refresh:10s}")
    void refresh() {
        try {
            swap(keys.all());
        } catch (RuntimeException e) {
            log.warn("Keys not refreshed, the last snapshot stays in force: {}", e.toString());
        }
    }

    private synchronized void swap(List<ApiKey> now) {
        if (!now.equals(known)) {
            byPrefix = index(now);
            file.write(now);
            known = now; // last, so that a write that failed is tried again
        }
    }

    private static Map<String, ApiKey> index(List<ApiKey> keys) {
        return keys.stream().collect(Collectors.toUnmodifiableMap(ApiKey::prefix, Function.identity()));
    }
}
