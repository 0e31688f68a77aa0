package vn.lienthong.hub.console.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that fits what was asked.
 *
 * @param by how it was found
 * @param match the code that fitted when it is not the dossier's own
 * @param applicant masked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Found(
        String code,
        By by,
        @Nullable String match,
        String sender,
        @Nullable String procedure,
        @Nullable String status,
        @Nullable String applicant,
        @Nullable OffsetDateTime receivedAt,
        @Nullable OffsetDateTime dueAt,
        OffsetDateTime updatedAt) {

    /** What fitted. */
    enum By {
        CODE,
        OTHER_CODE,
        RECEIPT,
        PERSONAL_ID,
        TAX_CODE,
        PHONE,
        NAME,
        /** What was asked is how its code ends: the least sure of all. */
        CODE_END
    }
}
