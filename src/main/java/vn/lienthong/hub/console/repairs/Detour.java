package vn.lienthong.hub.console.repairs;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that did not get into the register at once.
 *
 * @param submission of which it is part
 * @param text the receipt that its sender holds, with the number
 * @param cause for which it failed last; null when it was registered since, for then only its orders say so
 * @param replaced by one that was edited
 * @param orders what was done about it, oldest first
 */
public record Detour(
        UUID submission,
        String text,
        String sender,
        OffsetDateTime acceptedAt,
        @Nullable String cause,
        boolean replaced,
        List<RepairOrder> orders) {}
