package vn.lienthong.hub.intake.decode;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code decode:} section of a sender's file.
 *
 * @param lift parts that move from deep in the record to its top, by their new short name
 * @param charset of a CSV file that is not UTF-8, by its IANA name; bytes of TCVN3 and VNI are windows-1252
 * @param carryDown the column whose group rows give their name to the rows below
 */
public record DecodeSettings(
        Map<String, String> lift,
        List<AttachmentPath> attachments,
        List<NestedPath> nested,
        @Nullable String carryDown,
        List<String> requiredColumns,
        @Nullable String charset) {

    public static final DecodeSettings NONE = new DecodeSettings(Map.of(), List.of(), List.of(), null, List.of(), null);

    /** No single value may be longer, except a base64 part that moves to the content store. */
    static final int LONGEST_TEXT = 1_000_000;

    static final int LONGEST_BASE64 = 36_000_000;

    public DecodeSettings {
        lift = lift == null ? Map.of() : Map.copyOf(lift);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        nested = nested == null ? List.of() : List.copyOf(nested);
        if (charset != null && !Charset.isSupported(charset)) {
            throw new IllegalArgumentException("decode.charset: nobody knows " + charset);
        }
        requiredColumns = requiredColumns == null ? List.of() : List.copyOf(requiredColumns);
    }

    int longestText() {
        return attachments.isEmpty() ? LONGEST_TEXT : LONGEST_BASE64;
    }

    /** Where base64 parts sit: objects at a path, with the names of their file name and their content. */
    public record AttachmentPath(String at, String name, String data) {}

    /** Where a text holds another document. */
    public record NestedPath(String at, String as) {}
}
