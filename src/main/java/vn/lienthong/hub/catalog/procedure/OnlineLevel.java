package vn.lienthong.hub.catalog.procedure;

import org.jspecify.annotations.Nullable;

/**
 * The level of a procedure today, and the one of the four levels (ND 43/2011) it had before.
 *
 * @param historic 1 to 4; null when it never had one, or nobody told
 * @param formDownload its forms can be downloaded: what level 2 had more than level 1
 * @param reviewedBy the decision that published the level after a review; level 4 is never FULL without one
 */
public record OnlineLevel(
        ServiceLevel level,
        @Nullable Integer historic,
        boolean formDownload,
        @Nullable String reviewedBy) {

    public OnlineLevel {
        if (historic != null && (historic < 1 || historic > 4)) {
            throw new IllegalArgumentException("a historic level is 1 to 4, not " + historic);
        }
        if (level == ServiceLevel.FULL
                && reviewedBy == null
                && Integer.valueOf(4).equals(historic)) {
            throw new IllegalArgumentException("level 4 is FULL only after a review: reviewedBy names the decision");
        }
    }

    /** What a historic level means today as long as nobody reviewed it. */
    public static OnlineLevel ofHistoric(int historic) {
        return new OnlineLevel(historic < 3 ? ServiceLevel.INFO : ServiceLevel.PARTIAL, historic, historic == 2, null);
    }

    public boolean reviewed() {
        return reviewedBy != null;
    }
}
