package vn.lienthong.hub.platform.time;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time that clocks in Vietnam show. */
public final class VietnamTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The same since 1975: for moments that a register or a portal writes. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    private VietnamTime() {}
}
