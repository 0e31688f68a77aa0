package vn.lienthong.hub.intake.decode;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes as UTF-8, or as the one charset agreed with a sender, and as nothing else: another charset or a NUL byte is
 * a fault, a byte order mark is dropped.
 */
final class StrictUtf8 extends FilterReader {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\";\\s]+)");

    private StrictUtf8(Reader in) {
        super(in);
    }

    static Reader reader(Body body, @Nullable String contentType) throws IOException {
        return reader(body, contentType, null);
    }

    /** As another charset, when the sender's settings name it; what the request says counts only without that. */
    static Reader reader(Body body, @Nullable String contentType, @Nullable String agreed) throws IOException {
        if (agreed != null) {
            return new StrictUtf8(new InputStreamReader(OwnBytes.of(body), strict(Charset.forName(agreed))));
        }
        if (contentType != null) {
            var charset = CHARSET.matcher(contentType.toLowerCase(Locale.ROOT));
            if (charset.find() && !isUtf8(charset.group(1))) {
                throw Fault.of(Rules.WRONG_CHARSET);
            }
        }
        return new StrictUtf8(new InputStreamReader(withoutMark(OwnBytes.of(body)), strict(StandardCharsets.UTF_8)));
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static boolean isUtf8(String charset) {
        String name = charset.toLowerCase(Locale.ROOT);
        return name.equals("utf-8") || name.equals("utf8") || name.equals("us-ascii");
    }

    private static InputStream withoutMark(InputStream bytes) throws IOException {
        InputStream marked = bytes.markSupported() ? bytes : new BufferedInputStream(bytes);
        marked.mark(3);
        byte[] first = marked.readNBytes(3);
        boolean mark =
                first.length == 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
        if (!mark) {
            marked.reset();
        }
        return marked;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        for (int i = from; i < from + count; i++) {
            if (buffer[i] == 0) {
                throw Fault.of(Rules.NUL_BYTE);
            }
        }
        return count;
    }
}
