package vn.lienthong.hub.national.payload;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Times on the wire, in Việt Nam: of the adapter {@code yyyyMMddHHmmss}, {@code ""} when unknown. */
public final class NationalTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(VietnamTime.ZONE);

    private static final DateTimeFormatter SPACED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(VietnamTime.ZONE);

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(VietnamTime.ZONE);

    private NationalTime() {}

    public static String text(@Nullable Instant at) {
        return at == null ? "" : FORMAT.format(at);
    }

    /** As the API of 2026 dates a dossier: {@code yyyy-MM-dd HH:mm:ss}. */
    static String spaced(@Nullable Instant at) {
        return at == null ? "" : SPACED.format(at);
    }

    /** As the API of 2026 dates a step: {@code yyyy-MM-ddTHH:mm:ss.fff}. */
    static String millis(Instant at) {
        return MILLIS.format(at);
    }
}
