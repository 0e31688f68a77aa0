package vn.lienthong.hub.national.payment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import vn.lienthong.hub.platform.time.VietnamTime;

/** {@code ThoiGianGD}: with the hours of a whole day; some write twelve of them, so that 02:30 may have been 14:30. */
final class PlatformTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final Duration NEAR = Duration.ofHours(1);

    private PlatformTime() {}

    static String text(Instant at) {
        return FORMAT.format(at.atZone(VietnamTime.ZONE));
    }

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text, FORMAT).atZone(VietnamTime.ZONE).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Whether the message came twelve hours after the time it tells: as if its writer had no afternoon. */
    static boolean perhapsTwelveHours(Instant told, Instant came) {
        return Duration.between(told.plus(HALF_A_DAY), came).abs().compareTo(NEAR) < 0;
    }
}
