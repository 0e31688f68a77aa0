package vn.lienthong.hub.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.Seal;

/**
 * Passes that let whoever holds one read one dossier for a while, without an account: a citizen who has shown that the
 * dossier is theirs downloads its slips with one.
 *
 * <p>A pass is text that is safe in an address: {@code <dossier code>.<end>.<keyed hash>}, the first two in base 64
 * and seconds. Nothing is kept, so a pass cannot be taken back; keep its life short.
 */
@Component
public class DossierPasses {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,200})\\.(\\d{1,12})\\.([0-9a-f]{64})");

    private final Seal seal;
    private final Clock clock;

    DossierPasses(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** A pass to this dossier from now on. */
    public String issue(String dossierCode, Duration life) {
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(dossierCode));
        long end = clock.instant().plus(life).getEpochSecond();
        return code + "." + end + "." + proof(code, end);
    }

    /** The code of the dossier a pass opens; empty when it is altered, foreign or over. */
    public Optional<String> open(String pass) {
        Matcher form = FORM.matcher(pass);
        if (!form.matches()) {
            return Optional.empty();
        }
        long end = Long.parseLong(form.group(2));
        boolean ours = MessageDigest.isEqual(bytes(proof(form.group(1), end)), bytes(form.group(3)));
        return ours && clock.instant().isBefore(Instant.ofEpochSecond(end))
                ? Optional.of(new String(Base64.getUrlDecoder().decode(form.group(1)), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private String proof(String code, long end) {
        return seal.hash("dossier-pass:" + code + "." + end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
