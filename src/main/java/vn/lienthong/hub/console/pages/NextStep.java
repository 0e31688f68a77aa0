package vn.lienthong.hub.console.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.console.session.Visit;

/** What an issue waits for, as far as its reader can do it; the most urgent first. */
public enum NextStep {
    /** Nobody is at it. */
    ACT,
    /** Another proposed how it is mended, and the reader may decide. */
    DECIDE,
    /** Its mending was approved: the reader may have the records read again. */
    READ_AGAIN,
    /** The same, for a reader who may not. */
    TO_BE_READ,
    /** Its mending was proposed, and waits for somebody else. */
    APPROVAL,
    /** Somebody is at it, or it needs nobody. */
    TAKEN;

    static NextStep of(Map<?, ?> issue, Visit reader) {
        Object state = issue.get("state");
        if ("RESOLVED".equals(state) || "MUTED".equals(state)) {
            return TAKEN;
        }
        if (issue.get("mending") instanceof Map<?, ?> mending) {
            return "APPROVED".equals(mending.get("stage"))
                    ? reader.may("REPLAY") ? READ_AGAIN : TO_BE_READ
                    : decides(reader, mending.get("by")) ? DECIDE : APPROVAL;
        }
        return "OPEN".equals(state) ? ACT : TAKEN;
    }

    private static boolean decides(Visit reader, @Nullable Object proposedBy) {
        return reader.may("DECIDE") && !reader.name().equals(proposedBy);
    }

    /** Whether the reader must act and nobody has: what waits for another is not theirs to see red for. */
    public boolean isUrgent() {
        return this == ACT || this == DECIDE;
    }

    /** Whether it is about what somebody proposed. */
    public boolean isOfMending() {
        return this != ACT && this != TAKEN;
    }
}
