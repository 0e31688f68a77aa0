package vn.lienthong.hub.notify.slips;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.platform.http.ProblemException;

/**
 * What an officer adds to a form that no record of the dossier holds.
 *
 * @param reason forms 02 to 05: legal text, in place of the record's note
 * @param newDueAt form 04: the new promised date
 * @param feeConclusion form 05: what becomes of the fees
 */
record Entry(int no, Words words, String enteredBy, Instant enteredAt) {

    private static final int LONGEST = 2_000;
    private static final Set<Form> TAKES_WORDS = EnumSet.of(Form.SUPPLEMENT, Form.REFUSAL, Form.EXTENSION, Form.STOP);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Words(
            @Nullable String reason,
            @Nullable OffsetDateTime newDueAt,
            @Nullable String feeConclusion) {

        /** Said before anything is kept: a form that takes no words, or words no paper has room for. */
        void check(Form form) {
            boolean fits = Stream.of(reason, feeConclusion)
                    .filter(Objects::nonNull)
                    .allMatch(text -> text.length() <= LONGEST);
            if (!TAKES_WORDS.contains(form) || !fits) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "bad-slip-entry",
                        "Chỉ ghi thêm cho các mẫu 02, 03, 04, 05, không quá " + LONGEST + " ký tự");
            }
        }
    }
}
