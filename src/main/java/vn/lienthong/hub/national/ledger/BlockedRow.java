package vn.lienthong.hub.national.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.dossier.SyncBlocked;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.time.VietnamTime;

/** A dossier that waits for people, as staff read it. */
record BlockedRow(String code, String sender, String cause, OffsetDateTime since, int lastSeq, int ackedSeq) {

    static BlockedRow of(SyncBlocked.Row row) {
        return new BlockedRow(
                row.code(),
                row.sender(),
                row.cause(),
                row.since().atOffset(VietnamTime.OFFSET),
                row.lastSeq(),
                row.ackedSeq());
    }

    /** Where a page ends. */
    record Position(Instant since, UUID dossier) {

        static Position of(SyncBlocked.Row last) {
            return new Position(last.since(), last.dossierId());
        }

        static Position parse(String cursor) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 2);
                return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
                throw new ProblemException(HttpStatus.BAD_REQUEST, "unknown-cursor", "The cursor is not one of ours");
            }
        }

        String cursor() {
            var text = since + "|" + dossier;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
