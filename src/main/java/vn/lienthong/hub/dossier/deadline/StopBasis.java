package vn.lienthong.hub.dossier.deadline;

import org.jspecify.annotations.Nullable;

/** Why the legal clock stands still. */
public enum StopBasis {
    /** The applicant must bring papers (form 02). */
    SUPPLEMENT("02"),
    /** The applicant must pay; stops the clock only with a legal basis. */
    PAYMENT(null),
    /** The applicant asked to withdraw and an officer decides. */
    WITHDRAWAL(null);

    private final @Nullable String form;

    StopBasis(@Nullable String form) {
        this.form = form;
    }

    /** The form that goes with it, by the numbers of TT 03/2025/TT-VPCP. */
    public @Nullable String form() {
        return form;
    }
}
