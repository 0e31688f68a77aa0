package vn.lienthong.hub.intake.decode;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.intake.files.FileRules;

/**
 * The {@code decode:} section of a sender's file.
 *
 * @param lift parts that move from deep in the record to its top, by their new short name
 * @param charset of a CSV file that is not UTF-8, by its IANA name; bytes of TCVN3 and VNI are windows-1252
 * @param carryDown the column whose group rows give their name to the rows below
 * @param records where in an envelope the records lie: the first of these places that is there; else the whole is one
 * @param keepEnvelope whether each record also keeps what the envelope says beside the list
 * @param items lists of names and values that become objects
 * @param names as the mapping spells them; a sender may write them in other letters, capital or small
 * @param listed lists of files that must have come along
 * @param files what files may be; the same for all senders unless one says otherwise
 * @param namespaces of XML, by the element's name
 */
public record DecodeSettings(
        Map<String, String> lift,
        List<AttachmentPath> attachments,
        List<NestedPath> nested,
        @Nullable String carryDown,
        List<String> requiredColumns,
        @Nullable String charset,
        List<String> records,
        boolean keepEnvelope,
        List<ItemsPath> items,
        List<String> names,
        Map<String, String> namespaces,
        List<ListedFiles> listed,
        FileRules files) {

    public static final DecodeSettings NONE = of(Map.of(), List.of(), null);

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
        records = records == null ? List.of() : List.copyOf(records);
        items = items == null ? List.of() : List.copyOf(items);
        names = names == null ? List.of() : List.copyOf(names);
        namespaces = namespaces == null ? Map.of() : Map.copyOf(namespaces);
        listed = listed == null ? List.of() : List.copyOf(listed);
        files = files == null ? FileRules.NONE : files;
    }

    static DecodeSettings of(Map<String, String> lift, List<AttachmentPath> attachments, @Nullable String charset) {
        return new DecodeSettings(
                lift,
                attachments,
                List.of(),
                null,
                List.of(),
                charset,
                List.of(),
                false,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                FileRules.NONE);
    }

    int longestText() {
        return attachments.isEmpty() ? LONGEST_TEXT : LONGEST_BASE64;
    }

    /**
     * Where base64 parts sit: objects at a path, with the names of their file name and their content.
     *
     * @param type names what the sender says the content is, {@code hash} and {@code size} what was agreed of it
     */
    public record AttachmentPath(
            String at,
            String name,
            String data,
            @Nullable String type,
            @Nullable String hash,
            @Nullable String size) {}

    /** Where files are listed, by an id that one of the parts {@code among} must have under the name {@code by}. */
    public record ListedFiles(String at, String id, String among, String by) {}

    /** Where a list of entries stands, and which parts of an entry are its name and its value. */
    public record ItemsPath(String at, String key, String value) {}

    /** Where a text holds another document. */
    public record NestedPath(String at, String as) {}
}
