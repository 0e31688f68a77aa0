package vn.lienthong.hub.intake.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.intake.legacy.LegacyText.Finding;

class LegacyTextTest {

    private static final int TEXTS = 5_000;
    private static final List<String> ONSETS = List.of(
            "", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "nh", "ng", "ph", "r", "s", "t", "th",
            "tr", "v", "x");
    private static final List<String> OPEN = List.of(
            "a", "ai", "ao", "au", "ay", "âu", "ây", "e", "eo", "ê", "êu", "i", "ia", "iêu", "o", "oa", "oai", "oi",
            "ô", "ôi", "ơ", "ơi", "u", "ua", "ui", "uy", "ư", "ưa", "ươi", "an", "ang", "anh", "ăn", "ăng", "âm", "ân",
            "en", "ên", "inh", "iên", "iêng", "on", "ong", "ôn", "ông", "ơn", "un", "ung", "uôn", "uyên", "ưng",
            "ương");
    private static final List<String> TONES = List.of("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323");

    static Stream<String[]> examples() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/values/legacy.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void readsAsTheExampleSays(String text, String read, Finding finding) {
        assertThat(LegacyText.read(text)).isEqualTo(new LegacyText.Reading(read, finding));
    }

    @Test
    void neverTouchesVietnameseWords() {
        Random random = new Random(1);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            assertThat(LegacyText.read(text)).isEqualTo(new LegacyText.Reading(text, Finding.PROPER));
        }
    }

    /** What cannot be told from proper words stays as it is; nothing ever becomes a third text. */
    @ParameterizedTest
    @EnumSource(Alphabet.class)
    void readsBackWhatAnOldSystemWroteOrLeavesIt(Alphabet alphabet) {
        Random random = new Random(2);
        int back = 0;
        for (int i = 0; i < TEXTS; i++) {
            // TCVN3 has no capitals with a tone
            String text = text(random).toLowerCase(Locale.ROOT);
            String written = written(text, alphabet);
            String read = LegacyText.read(written).text();
            assertThat(read).as(text).isIn(text, written);
            back += read.equals(text) ? 1 : 0;
        }
        assertThat(back).as("texts read back").isGreaterThan(TEXTS * 8 / 10);
    }

    private static String text(Random random) {
        return Stream.generate(() -> syllable(random))
                .limit(3 + random.nextInt(4))
                .collect(Collectors.joining(" "));
    }

    private static String syllable(Random random) {
        String rhyme = OPEN.get(random.nextInt(OPEN.size()));
        String tone = TONES.get(random.nextInt(TONES.size()));
        int vowel = mainVowel(rhyme);
        String syllable = ONSETS.get(random.nextInt(ONSETS.size()))
                + rhyme.substring(0, vowel + 1)
                + tone
                + rhyme.substring(vowel + 1);
        String composed = Normalizer.normalize(syllable, Normalizer.Form.NFC);
        return composed.substring(0, 1).toUpperCase(Locale.ROOT) + composed.substring(1);
    }

    private static int mainVowel(String rhyme) {
        for (int i = rhyme.length() - 1; i >= 0; i--) {
            if ("ăâêôơư".indexOf(rhyme.charAt(i)) >= 0) {
                return i;
            }
        }
        return rhyme.startsWith("oa") ? 1 : 0;
    }

    private static String written(String text, Alphabet alphabet) {
        return switch (alphabet) {
            case TCVN3 -> replaced(text, inverse(letters(Alphabet.Tables.TCVN3)));
            case VNI -> replaced(text, inverse(Alphabet.Tables.VNI));
            case WINDOWS_1258 -> windows1258(text);
        };
    }

    private static String replaced(String text, Map<String, String> letters) {
        return text.chars()
                .mapToObj(letter -> String.valueOf((char) letter))
                .map(letter ->
                        letters.getOrDefault(letter, letters.getOrDefault(letter.toLowerCase(Locale.ROOT), letter)))
                .collect(Collectors.joining());
    }

    private static String windows1258(String text) {
        Charset vietnamese = Charset.forName("windows-1258");
        StringBuilder parts = new StringBuilder();
        for (String letter : text.split("")) {
            parts.append(vietnamese.newEncoder().canEncode(letter) ? letter : toneApart(letter));
        }
        return new String(parts.toString().getBytes(vietnamese), Charset.forName("windows-1252"));
    }

    private static String toneApart(String letter) {
        String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
        String tone = apart.chars()
                .mapToObj(part -> String.valueOf((char) part))
                .filter(TONES::contains)
                .collect(Collectors.joining());
        return Normalizer.normalize(apart.replace(tone, ""), Normalizer.Form.NFC) + tone;
    }

    private static Map<String, String> letters(Map<Character, Character> table) {
        return table.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toString(), e -> e.getValue().toString()));
    }

    private static Map<String, String> inverse(Map<String, String> table) {
        Map<String, String> inverse = new HashMap<>();
        table.forEach((from, to) -> inverse.merge(to, from, (one, other) -> one.compareTo(other) < 0 ? one : other));
        return inverse;
    }
}
