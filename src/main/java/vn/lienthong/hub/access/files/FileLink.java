package vn.lienthong.hub.access.files;

import java.time.Instant;
import java.util.UUID;

/** What a link opens: one content of one dossier, for one audience, until then. */
public record FileLink(UUID dossier, String sha256, String audience, Instant until) {

    public boolean over(Instant now) {
        return !now.isBefore(until);
    }
}
