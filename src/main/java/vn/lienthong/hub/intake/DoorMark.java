package vn.lienthong.hub.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.Seal;

/**
 * Shows that the hub itself put a message on {@code door.<sender>}. A sender's broker client may write there too and
 * can give its message any property but this one.
 */
@Component
public class DoorMark {

    public static final String PROPERTY = "doorMark";

    private final Seal seal;

    DoorMark(Seal seal) {
        this.seal = seal;
    }

    /** The mark of a message that says this about itself; {@code contentRef} where its body is elsewhere. */
    public String of(
            String sender,
            String receipt,
            String stamp,
            long acceptedAt,
            String bodyHash,
            @Nullable String contentRef) {
        String said = String.join("|", sender, receipt, stamp, bodyHash, String.valueOf(contentRef));
        return seal.hash("door-mark|" + acceptedAt + "|" + said);
    }
}
