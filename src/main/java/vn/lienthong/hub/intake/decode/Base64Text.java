package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * The bytes of a base64 text, decoded as they are read. Blanks are stepped over; any other letter that base64 does not
 * have is a fault, where a lenient decoder would make another file of the damage.
 */
final class Base64Text extends InputStream {

    private static final int LETTERS = 64 * 1024;

    private final String text;
    private final String field;
    private final byte[] letters = new byte[LETTERS];
    private byte[] bytes = new byte[0];
    private int read;
    private int at;
    private boolean padded;

    Base64Text(String text, String field) {
        this.text = text;
        this.field = field;
        this.at = start(text);
    }

    /** What a data URL says its content is; empty for a plain text. */
    static String type(String text) {
        return start(text) == 0
                ? ""
                : text.substring("data:".length(), start(text) - 1).replaceFirst(";.*", "");
    }

    private static int start(String text) {
        return text.startsWith("data:") ? text.indexOf(',') + 1 : 0;
    }

    @Override
    public int read() throws IOException {
        return ready() ? bytes[read++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - read);
        System.arraycopy(bytes, read, into, from, count);
        read += count;
        return count;
    }

    private boolean ready() throws Fault {
        while (read == bytes.length && at < text.length()) {
            int count = gather();
            bytes = decoded(count);
            read = 0;
        }
        return read < bytes.length;
    }

    /** The next letters, in whole groups of four except at the end. */
    private int gather() throws Fault {
        int count = 0;
        while (count < LETTERS && at < text.length()) {
            char letter = text.charAt(at++);
            if (Character.isWhitespace(letter)) {
                continue;
            }
            boolean known = letter < 128 && (Character.isLetterOrDigit(letter) || "+/=".indexOf(letter) >= 0);
            if (!known || padded && letter != '=') {
                throw fault();
            }
            padded |= letter == '=';
            letters[count++] = (byte) letter;
        }
        return count;
    }

    private byte[] decoded(int count) throws Fault {
        try {
            return Base64.getDecoder().decode(count == LETTERS ? letters : Arrays.copyOf(letters, count));
        } catch (IllegalArgumentException notBase64) {
            throw fault();
        }
    }

    private Fault fault() {
        return new Fault(Reason.of(Rules.INVALID_BASE64, field, null));
    }
}
