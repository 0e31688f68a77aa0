package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Writes an instant as a local time of Việt Nam with its offset: {@code 2026-08-24T09:15:00+07:00}. */
final class LocalTimeText extends ValueSerializer<Instant> {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(VietnamTime.ZONE);

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
        out.writeString(FORMAT.format(value));
    }
}
