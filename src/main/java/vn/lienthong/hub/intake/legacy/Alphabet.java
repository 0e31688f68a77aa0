package vn.lienthong.hub.intake.legacy;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An alphabet of the time before Unicode, read from the Latin letters its bytes look like. */
enum Alphabet {
    /** TCVN 5712:1993 (fonts .VnTime): one byte a letter; capitals with a tone are a matter of the font. */
    TCVN3(Alphabet::tcvn3),
    /** VNI for Windows: a letter, then a mark. */
    VNI(Alphabet::vni),
    /** Windows-1258: letters of the alphabet, then a combining tone. */
    WINDOWS_1258(Alphabet::windows1258);

    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final Charset VIETNAMESE = Charset.forName("windows-1258");

    private final UnaryOperator<String> reading;

    Alphabet(UnaryOperator<String> reading) {
        this.reading = reading;
    }

    String read(String text) {
        return reading.apply(text);
    }

    private static String windows1258(String text) {
        return Normalizer.normalize(new String(text.getBytes(LATIN), VIETNAMESE), Normalizer.Form.NFC);
    }

    private static String tcvn3(String text) {
        StringBuilder read = new StringBuilder(text.length());
        text.chars().forEach(letter -> read.append(Tables.TCVN3.getOrDefault((char) letter, (char) letter)));
        return read.toString();
    }

    private static String vni(String text) {
        StringBuilder read = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            String pair = text.substring(at, Math.min(at + 2, text.length()));
            if (pair.length() == 2 && Tables.VNI.containsKey(pair)) {
                read.append(Tables.VNI.get(pair));
                at++;
            } else {
                read.append(Tables.VNI.getOrDefault(pair.substring(0, 1), pair.substring(0, 1)));
            }
        }
        return read.toString();
    }

    /** What each letter, or letter and mark, stands for. */
    static final class Tables {

        static final Map<Character, Character> TCVN3 = new HashMap<>();
        static final Map<String, String> VNI = new HashMap<>();

        private static final String TONES = "ùøûõï";
        private static final String BREVES = "êéèúüë";
        private static final String ROOFS = "âáàåãä";

        static {
            letters(
                    "¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
                    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ");
            marked("a", TONES, "áàảãạ");
            marked("a", BREVES, "ăắằẳẵặ");
            marked("a", ROOFS, "âấầẩẫậ");
            marked("e", TONES, "éèẻẽẹ");
            marked("e", ROOFS, "êếềểễệ");
            marked("o", TONES, "óòỏõọ");
            marked("o", ROOFS, "ôốồổỗộ");
            marked("ô", TONES, "ớờởỡợ");
            marked("u", TONES, "úùủũụ");
            marked("ö", TONES, "ứừửữự");
            marked("y", "ùøûõ", "ýỳỷỹ");
            singles("ôöæóòîñ", "ơưỉĩịỵđ");
        }

        private Tables() {}

        private static void letters(String from, String to) {
            for (int i = 0; i < from.length(); i++) {
                TCVN3.put(from.charAt(i), to.charAt(i));
            }
        }

        private static void marked(String letter, String marks, String to) {
            for (int i = 0; i < marks.length(); i++) {
                String mark = marks.substring(i, i + 1);
                String read = to.substring(i, i + 1);
                VNI.put(letter + mark, read);
                VNI.put(upper(letter) + mark, upper(read));
                VNI.put(upper(letter) + upper(mark), upper(read));
            }
        }

        private static void singles(String from, String to) {
            for (int i = 0; i < from.length(); i++) {
                VNI.put(from.substring(i, i + 1), to.substring(i, i + 1));
                VNI.put(upper(from.substring(i, i + 1)), upper(to.substring(i, i + 1)));
            }
        }

        private static String upper(String letters) {
            return letters.toUpperCase(Locale.ROOT);
        }
    }
}
