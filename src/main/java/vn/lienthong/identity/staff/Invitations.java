package vn.lienthong.identity.staff;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.Seal;

/** Codes with which somebody sets a first or new password: drawn here, shown once, kept as a keyed hash, good once. */
@Component
class Invitations {

    private static final int BYTES = 15;

    private final StaffTable table;
    private final StaffRules rules;
    private final Seal seal;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Invitations(StaffTable table, StaffRules rules, Seal seal, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.seal = seal;
        this.clock = clock;
    }

    /** Typed by hand at {@code /staff/invitation}: it stands in no address. */
    record Invitation(String name, String code, Instant until) {}

    Invitation draw(String subject, String name) {
        byte[] drawn = new byte[BYTES];
        chance.nextBytes(drawn);
        String code = Totp.text(drawn).replaceAll("(.{4})(?=.)", "$1-");
        Instant until = clock.instant().plus(rules.invitation());
        table.invite(subject, hash(code), until);
        return new Invitation(name, code, until);
    }

    String hash(String code) {
        return seal.hash("staff-invitation " + code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }
}
