package vn.lienthong.hub.quality.resend;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One dossier of a plan, as it was frozen. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Item(
        int no,
        @Nullable UUID dossierId,
        String code,
        int frozenSeq,
        @Nullable String forecast,
        @Nullable String forecastReason,
        @Nullable String outcome,
        @Nullable String outcomeReason,
        @Nullable OffsetDateTime queuedAt,
        @Nullable OffsetDateTime endedAt) {}
