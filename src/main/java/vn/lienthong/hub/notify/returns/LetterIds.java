package vn.lienthong.hub.notify.returns;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.Seal;

/** Ids of letters: whoever forges a report of a return would have to know one. */
@Component
public class LetterIds {

    private static final int PROOF = 24;
    private static final Pattern FORM = Pattern.compile("<?n(\\d{1,18})\\.([0-9a-f]{" + PROOF + "})(?:@[^>\\s]*)?>?");

    private final Seal seal;

    public LetterIds(Seal seal) {
        this.seal = seal;
    }

    /** The left part of the Message-ID; the same at each attempt. */
    public String of(long notice) {
        return "n" + notice + "." + proof(Long.toString(notice));
    }

    /** The notice of a Message-ID; empty when it is not ours. */
    Optional<Long> notice(String messageId) {
        Matcher form = FORM.matcher(messageId.strip());
        return form.matches() && MessageDigest.isEqual(bytes(proof(form.group(1))), bytes(form.group(2)))
                ? Optional.of(Long.valueOf(form.group(1)))
                : Optional.empty();
    }

    private String proof(String notice) {
        return seal.hash("letter:" + notice).substring(0, PROOF);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
