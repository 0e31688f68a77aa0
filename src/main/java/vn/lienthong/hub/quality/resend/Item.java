package vn.lienthong.hub.quality.resend;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.ParkedRecords;

/**
 * One dossier of a plan, or one record, as it was frozen.
 *
 * @param record the record's key, in a plan that maps records again
 */
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
        @Nullable OffsetDateTime endedAt,
        @JsonIgnore ParkedRecords.@Nullable Key record) {}
