package vn.lienthong.hub.quality.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.quality.lists.ListFormat;

/** An uploaded list; {@code sha256} names its bytes in the content store. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptList(
        UUID id,
        Against side,
        @Nullable String sender,
        String layout,
        ListFormat format,
        String fileName,
        String sha256,
        long size,
        OffsetDateTime madeAt,
        String takenBy,
        OffsetDateTime takenAt) {}
