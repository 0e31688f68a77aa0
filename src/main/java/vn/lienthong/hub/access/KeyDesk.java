package vn.lienthong.hub.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Role;

/** Issues, rotates and revokes keys; each act lands in the audit in the same transaction. */
@Component
class KeyDesk {

    private final ApiKeys keys;
    private final KeyRing ring;
    private final KeyMacs macs;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final SecureRandom chance;
    private final Clock clock;

    KeyDesk(
            ApiKeys keys,
            KeyRing ring,
            KeyMacs macs,
            Audit audit,
            TransactionTemplate transactions,
            SecureRandom chance,
            Clock clock) {
        this.keys = keys;
        this.ring = ring;
        this.macs = macs;
        this.audit = audit;
        this.transactions = transactions;
        this.chance = chance;
        this.clock = clock;
    }

    /** A new key for this principal; its text is shown this once. */
    IssuedKey issue(Actor by, String principal, Role role, @Nullable Instant expiresAt) {
        KeyText text = KeyText.fresh(chance);
        ApiKey key = transactions.execute(status -> add(by, text, principal, role, expiresAt));
        ring.refresh();
        return new IssuedKey(text.text(), key);
    }

    /** Takes up a key that its holder already has, after the table was lost; a known prefix is left as it is. */
    void adopt(Actor by, KeyText text, String principal, Role role) {
        if (keys.find(text.prefix()).isEmpty()) {
            transactions.executeWithoutResult(status -> add(by, text, principal, role, null));
        }
    }

    /** A second key for the same principal; the old one goes on opening until the overlap is over. */
    Optional<IssuedKey> rotate(Actor by, String prefix, Duration overlap) {
        KeyText text = KeyText.fresh(chance);
        Optional<ApiKey> issued = transactions.execute(status -> keys.find(prefix)
                .filter(old -> keys.expire(prefix, clock.instant().plus(overlap)))
                .map(old -> {
                    audit.record(
                            by, "key-rotated", prefix, Map.of("next", text.prefix(), "overlap", overlap.toString()));
                    return add(by, text, old.principal(), old.role(), null);
                }));
        ring.refresh();
        return issued.map(key -> new IssuedKey(text.text(), key));
    }

    boolean revoke(Actor by, String prefix) {
        boolean revoked = Boolean.TRUE.equals(transactions.execute(status -> {
            boolean changed = keys.revoke(prefix, clock.instant());
            if (changed) {
                audit.record(by, "key-revoked", prefix, Map.of());
            }
            return changed;
        }));
        ring.refresh();
        return revoked;
    }

    List<ApiKey> all() {
        return keys.all();
    }

    private ApiKey add(Actor by, KeyText text, String principal, Role role, @Nullable Instant expiresAt) {
        ApiKey key =
                new ApiKey(text.prefix(), macs.of(text), principal, role, clock.instant(), by.name(), expiresAt, null);
        if (!keys.add(key)) {
            throw new IllegalStateException("Prefix drawn twice: " + text.prefix());
        }
        audit.record(by, "key-issued", text.prefix(), Map.of("principal", principal, "role", role.name()));
        return key;
    }
}
