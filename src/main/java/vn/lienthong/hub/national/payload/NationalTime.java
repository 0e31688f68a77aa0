package vn.lienthong.hub.national.payload;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times on the wire: {@code yyyyMMddHHmmss} in Việt Nam, {@code ""} when unknown. */
public final class NationalTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private NationalTime() {}

    public static String text(@Nullable Instant at) {
        return at == null ? "" : FORMAT.format(at);
    }
}
