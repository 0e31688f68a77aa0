package vn.lienthong.hub.national.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as it stands in the journal, without its bytes.
 *
 * @param dossiers it spoke of, none for a log-in
 * @param code one of them
 * @param verdict shared by all of them, else {@code MIXED}; absent while no answer is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecentCall(
        UUID id,
        OffsetDateTime at,
        String service,
        int dossiers,
        @Nullable String code,
        @Nullable String correlationId,
        @Nullable Long millis,
        @Nullable Integer httpStatus,
        @Nullable String errorCode,
        @Nullable String verdict) {

    RecentCall about(int many, String one, @Nullable String correlation) {
        return new RecentCall(id, at, service, many, one, correlation, millis, httpStatus, errorCode, verdict);
    }
}
