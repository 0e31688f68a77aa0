package vn.lienthong.identity.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.identity.IdentitySettings;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;

/** Replaces the signing key: by age on its own, by an administrator at any time. */
@Component
class KeyRotation {

    private final SigningKeys table;
    private final KeyRing ring;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final IdentitySettings settings;
    private final Clock clock;

    KeyRotation(
            SigningKeys table,
            KeyRing ring,
            Journal journal,
            TransactionTemplate transaction,
            IdentitySettings settings,
            Clock clock) {
        this.table = table;
        this.ring = ring;
        this.journal = journal;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new key is announced, then signs; the old one stays published until its last token has expired. */
    SigningKey rotate(Actor actor, String reason) {
        Instant now = clock.instant();
        return replace(actor, reason, now.plus(settings.keyAnnounced()), true);
    }

    /** For a key that somebody else may hold: it signs and is published no more, and what it signed is worth nothing. */
    SigningKey revoke(Actor actor, String reason) {
        return replace(actor, reason, clock.instant(), false);
    }

    private SigningKey replace(Actor actor, String reason, Instant from, boolean overlap) {
        SigningKey fresh = transaction.execute(status -> {
            table.lock();
            Instant now = clock.instant();
            SigningKey key = table.add(now, from, actor.name());
            table.leave(key.kid(), overlap ? from.plus(settings.longestToken()) : now);
            journal.record(
                    actor,
                    overlap ? "signing-key-rotated" : "signing-key-revoked",
                    key.kid(),
                    Map.of("reason", reason, "signsFrom", from.toString()));
            return key;
        });
        ring.forget();
        return fresh;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void byAge() {
        SigningKey newest = ring.keys().getFirst();
        if (newest.signsFrom().plus(settings.keyAge()).isBefore(clock.instant())) {
            rotate(Actor.IDENTITY, "older than " + settings.keyAge().toDays() + " days");
        }
    }
}
