package vn.lienthong.hub.intake.failures;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.platform.http.ProblemException;

/** Where a page of failures ends; newest first, so the next page lies before it. */
record Position(Instant acceptedAt, UUID receipt, int no) {

    static @Nullable Position parse(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 3);
            return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "unknown-cursor", "The cursor is not one of ours");
        }
    }

    static Position of(Failure last) {
        return new Position(last.acceptedAt(), last.receiptId(), last.no());
    }

    String cursor() {
        String text = acceptedAt + "|" + receipt + "|" + no;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
