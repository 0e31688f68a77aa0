package vn.lienthong.hub.console.issues;

import java.time.OffsetDateTime;

/**
 * The mending of an unmapped code that its records wait for.
 *
 * @param proposal by which it is found under {@code /api/v1/meanings}
 * @param by who proposed it, or who approved it
 */
record Mending(long proposal, Stage stage, String by, OffsetDateTime at) {

    /** What is missing. */
    enum Stage {
        /** The word of a second person. */
        PROPOSED,
        /** That the records are read again. */
        APPROVED
    }
}
