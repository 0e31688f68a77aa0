package vn.lienthong.hub.catalog.sender;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is answered at the door.
 *
 * @param outcomeWithin null: a receipt at once; else the door waits this long for the outcome
 */
public record Reply(@Nullable Duration outcomeWithin) {

    public static final Reply RECEIPT = new Reply(null);

    public static Reply outcome(Duration within) {
        return new Reply(within);
    }
}
