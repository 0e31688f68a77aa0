package vn.lienthong.identity.staff;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Hashes passwords by Argon2id and holds new ones against the rules. */
@Component
class Passwords {

    /** A hash takes 16 MB: this many at a time, the others wait a little. */
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A long sentence may hold a forbidden word; what is left must be somebody's own. */
    private static final int LEAST_OF_ONES_OWN = 8;

    private final Argon2PasswordEncoder argon = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore memory = new Semaphore(AT_ONCE, true);
    private final StaffRules.Password rules;
    private final String nobodys;

    Passwords(StaffRules rules) {
        this.rules = rules.password();
        this.nobodys = String.valueOf(argon.encode("nobody has this password"));
    }

    /** More people at once than there is memory for: they see the page that says to come back. */
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    static final class Busy extends RuntimeException {}

    String hash(String password) {
        return String.valueOf(bounded(() -> argon.encode(normal(password))));
    }

    /** Takes as long for an account that is not there, or has no password, as for any other. */
    boolean matches(String password, @Nullable String hash) {
        String tried = password.length() > rules.most() ? "" : normal(password);
        boolean same = bounded(() -> argon.matches(tried, hash == null ? nobodys : hash));
        return same && hash != null && !tried.isEmpty();
    }

    /** The rule that a new password breaks: short, long or forbidden. */
    Optional<String> broken(String password, String name) {
        String given = normal(password);
        String folded = given.toLowerCase(Locale.ROOT);
        if (given.codePointCount(0, given.length()) < rules.least()) {
            return Optional.of("short");
        }
        if (given.length() > rules.most()) {
            return Optional.of("long");
        }
        if (left(folded.replace(name, "")).length() < LEAST_OF_ONES_OWN) {
            return Optional.of("forbidden");
        }
        return Optional.empty();
    }

    /** Without the words that everybody tries, and without repetition of one sign. */
    private String left(String folded) {
        String left = folded;
        for (String word : rules.forbidden()) {
            left = left.replace(word, "");
        }
        return left.replaceAll("(.)\\1{2,}", "$1");
    }

    private <T> T bounded(Supplier<T> work) {
        if (!free()) {
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            memory.release();
        }
    }

    private boolean free() {
        try {
            return memory.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Vietnamese letters can be typed in two ways that look the same. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
