package vn.lienthong.hub.quality.resend;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers: those that fit all that is given.
 *
 * @param codes the dossiers' codes, the register's or another system's
 * @param from the first day of reception, and {@code to} the last
 * @param cause how the cause begins for which the ledger holds them back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Selection(
        List<String> codes,
        @Nullable String sender,
        @Nullable String procedure,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String cause) {

    public Selection {
        codes = List.copyOf(codes);
    }

    /** Whether it would mean every dossier there is. */
    public boolean empty() {
        return codes.isEmpty() && sender == null && procedure == null && from == null && to == null && cause == null;
    }
}
