package vn.lienthong.standin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.lienthong.standin.protocol.Refusal;

/** The one part of a multipart body that carries a file. */
final class Multipart {

    private Multipart() {}

    /** Read as Latin-1, in which every byte is one letter. */
    static byte[] content(byte[] body, String field) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        int boundary = text.indexOf("\r\n");
        int end = boundary < 0 ? -1 : text.lastIndexOf("\r\n" + text.substring(0, boundary) + "--");
        if (head < 0 || end < head + 4 || !text.substring(0, head).contains("name=\"" + field + "\"")) {
            throw Refusal.badField(field, "phải là một tệp trong multipart/form-data");
        }
        return Arrays.copyOfRange(body, head + 4, end);
    }
}
