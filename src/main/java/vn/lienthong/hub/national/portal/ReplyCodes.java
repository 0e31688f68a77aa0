package vn.lienthong.hub.national.portal;

import java.util.List;
import java.util.Locale;

/** What the portal's codes and words mean, from {@code config/national.yaml}. */
public record ReplyCodes(
        List<Integer> success,
        List<Integer> exists,
        String existsWords,
        List<Integer> sessionInvalid,
        List<Integer> refused,
        List<Integer> unknownDossier,
        String unknownWords) {

    /** Codes decide; words only where the portal's code for it is not published, and never for success. */
    Verdict verdict(int code, String words) {
        if (success.contains(code)) {
            return Verdict.ACKED;
        }
        if (sessionInvalid.contains(code)) {
            return Verdict.SESSION_INVALID;
        }
        if (exists.contains(code) || says(words, existsWords)) {
            return Verdict.EXISTS;
        }
        if (unknownDossier.contains(code) || says(words, unknownWords)) {
            return Verdict.NOT_THERE;
        }
        return refused.contains(code) ? Verdict.REFUSED : Verdict.UNKNOWN;
    }

    boolean saysExists(String words) {
        return says(words, existsWords);
    }

    private static boolean says(String words, String phrase) {
        return words.toLowerCase(Locale.ROOT).contains(phrase);
    }
}
