package vn.lienthong.hub.intake.files;

import java.io.IOException;
import java.util.Optional;

/** Looks a file through for what is known to do harm. */
@FunctionalInterface
public interface VirusScan {

    /** Where nobody scans. */
    VirusScan NONE = content -> Optional.empty();

    /**
     * The name of what was found. A scanner that does not answer is an outage of ours ({@link
     * vn.lienthong.hub.platform.content.ContentUnavailableException}): nothing goes on unscanned.
     */
    Optional<String> finding(Offered.Content content) throws IOException;
}
