package vn.lienthong.identity.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.store.AtFirstUse;

/**
 * All published keys, from memory for a few seconds. A key is published before it signs and after it signed, so a
 * client that keeps our list for a while never meets a signature it cannot check.
 */
@Component
@Order(1)
public class KeyRing implements JWKSource<SecurityContext>, AtFirstUse {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final SigningKeys table;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Snapshot held;

    KeyRing(SigningKeys table, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Snapshot(List<SigningKey> keys, Instant until) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(
                new JWKSet(keys().stream().<JWK>map(SigningKey::pair).toList()));
    }

    /** The one key that signs now. */
    public JWKSource<SecurityContext> signing() {
        return (selector, context) -> selector.select(new JWKSet(current().pair()));
    }

    SigningKey current() {
        Instant now = clock.instant();
        return keys().stream()
                .filter(key -> key.signsAt(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no signing key yet"));
    }

    List<SigningKey> keys() {
        Snapshot known = held;
        Instant now = clock.instant();
        if (known == null || known.until().isBefore(now)) {
            known = new Snapshot(load(now), now.plus(FRESH));
            held = known;
        }
        return known.keys();
    }

    /** After a change on this node; the others see it within seconds. */
    void forget() {
        held = null;
    }

    @Override
    public void provide() {
        keys();
    }

    /** The very first key signs at once: nobody holds an older list. */
    private List<SigningKey> load(Instant now) {
        List<SigningKey> published = table.publishedAt(now);
        if (!published.isEmpty()) {
            return published;
        }
        transaction.executeWithoutResult(status -> {
            table.lock();
            if (table.publishedAt(now).isEmpty()) {
                table.add(now, now, Actor.IDENTITY.name());
            }
        });
        return table.publishedAt(now);
    }
}
