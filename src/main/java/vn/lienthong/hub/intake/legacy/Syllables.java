package vn.lienthong.hub.intake.legacy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows how a Vietnamese syllable is spelled: an onset, a rhyme, at most one tone. */
final class Syllables {

    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern SHARP_OR_HEAVY = Pattern.compile("[\\u0301\\u0323]");
    private static final String ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?";
    private static final String RHYME = "(?:a(?:i|o|u|y|m|n|p|t|ch?|ng|nh)?|ă(?:m|n|p|t|c|ng)|â(?:u|y|m|n|p|t|c|ng)"
            + "|e(?:o|m|n|p|t|c|ng)?|ê(?:u|m|n|p|t|ch|nh|ng)?|i(?:a|u|m|n|p|t|ch|nh)?|iê(?:u|m|n|p|t|c|ng)"
            + "|yê(?:u|m|n|t|ng)|o(?:i|m|n|p|t|c|ng)?|oa(?:i|o|y|m|n|p|t|ch?|ng|nh)?|oă(?:m|n|t|c|ng)|oe(?:o|n|t|m)?"
            + "|oo(?:ng|c)|ô(?:i|m|n|p|t|c|ng)?|ơ(?:i|m|n|p|t|ng)?|u(?:a|i|m|n|p|t|c|ng)?|uâ(?:n|t|y|ng)"
            + "|uê(?:nh|ch)?|uô(?:i|m|n|p|t|c|ng)|uơ|uy(?:a|u|n|t|p|nh|ch)?|uyê(?:n|t)|ư(?:a|i|u|m|n|t|c|ng)?"
            + "|ươ(?:i|u|m|n|p|t|c|ng)|y(?:t|n|nh|ch|p)?)";
    private static final Pattern SYLLABLE = Pattern.compile(ONSET + RHYME);
    private static final Pattern STOPPED = Pattern.compile(".*(?:c|ch|p|t)");

    private Syllables() {}

    /** Whether it could be meant as a Vietnamese syllable, its tone perhaps forgotten. */
    static boolean couldBe(String word) {
        return spelled(decomposed(word));
    }

    /** Whether it is one: a syllable that ends in a stop has the sharp or the heavy tone. */
    static boolean is(String word) {
        String letters = decomposed(word);
        boolean stopped = STOPPED.matcher(toneless(letters)).matches();
        return spelled(letters) && (!stopped || SHARP_OR_HEAVY.matcher(letters).find());
    }

    private static boolean spelled(String letters) {
        return TONES.matcher(letters).results().count() <= 1
                && SYLLABLE.matcher(toneless(letters)).matches();
    }

    private static String decomposed(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    }

    private static String toneless(String letters) {
        return Normalizer.normalize(TONES.matcher(letters).replaceAll(""), Normalizer.Form.NFC);
    }
}
