package vn.lienthong.hub.intake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What a sender may say beside the body, checked before the body is read.
 *
 * @param procedures the only ones whose dossiers its token lets it push, blanks between; null for all
 */
public record PushHeaders(
        String contentType,
        @Nullable String idempotencyKey,
        @Nullable String snapshotAt,
        @Nullable String fileName,
        boolean bulk,
        @Nullable String procedures) {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String SNAPSHOT_AT = "Snapshot-At";
    static final String FILE_NAME = "File-Name";
    static final String PRIORITY = "Submission-Priority";
    private static final String BULK = "bulk";
    private static final String LIVE = "live";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,255}");

    public static PushHeaders of(HttpHeaders headers) {
        return new PushHeaders(
                String.valueOf(headers.getFirst(HttpHeaders.CONTENT_TYPE)),
                idempotencyKey(headers.getFirst(IDEMPOTENCY_KEY)),
                snapshotAt(headers.getFirst(SNAPSHOT_AT)),
                fileName(headers.getFirst(FILE_NAME)),
                bulk(headers.getFirst(PRIORITY)),
                null);
    }

    /** Of a push that is turned down: what else it says does not matter. */
    static PushHeaders bare(HttpHeaders headers) {
        return new PushHeaders(
                String.valueOf(headers.getFirst(HttpHeaders.CONTENT_TYPE)), null, null, null, false, null);
    }

    /** The same from a caller who may push dossiers of these procedures only; none means all. */
    PushHeaders within(Set<String> granted) {
        return granted.isEmpty()
                ? this
                : new PushHeaders(
                        contentType,
                        idempotencyKey,
                        snapshotAt,
                        fileName,
                        bulk,
                        String.join(" ", new TreeSet<>(granted)));
    }

    private static @Nullable String idempotencyKey(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw Rejections.header(IDEMPOTENCY_KEY, "1 to 255 visible ASCII characters");
        }
        return key;
    }

    private static @Nullable String snapshotAt(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toString();
        } catch (DateTimeException e) {
            throw Rejections.header(SNAPSHOT_AT, "a time with offset such as 2026-08-24T09:15:00+07:00");
        }
    }

    /** A re-send of old dossiers says so and lets what is new go first. */
    private static boolean bulk(@Nullable String text) {
        if (text != null && !text.equals(BULK) && !text.equals(LIVE)) {
            throw Rejections.header(PRIORITY, LIVE + " or " + BULK);
        }
        return BULK.equals(text);
    }

    /** Percent-encoded UTF-8, since names are Vietnamese and headers are ASCII. */
    private static @Nullable String fileName(@Nullable String text) {
        String name = text == null ? null : decoded(text);
        if (name != null && !NAME.matcher(name).matches()) {
            throw Rejections.header(FILE_NAME, "a file name of 1 to 255 characters without a folder");
        }
        return name;
    }

    private static String decoded(String text) {
        try {
            String plain = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Normalizer.normalize(plain, Normalizer.Form.NFC);
        } catch (IllegalArgumentException e) {
            throw Rejections.header(FILE_NAME, "percent-encoded UTF-8");
        }
    }
}
