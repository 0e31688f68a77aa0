package vn.lienthong.hub.national.payload;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Times on the wire: {@code yyyyMMddHHmmss} in Việt Nam, {@code ""} when unknown. */
public final class NationalTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(VietnamTime.ZONE);

    private NationalTime() {}

    public static String text(@Nullable Instant at) {
        return at == null ? "" : FORMAT.format(at);
    }
}
