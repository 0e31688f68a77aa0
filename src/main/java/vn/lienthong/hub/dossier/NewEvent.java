package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event about to be written. */
record NewEvent(
        int seq,
        EventKind kind,
        @Nullable StatusClaim claim,
        Instant orderAt,
        Verdict verdict,
        Set<EventFlag> flags,
        @Nullable String note,
        List<String> fields) {

    NewEvent flagged(EventFlag flag) {
        Set<EventFlag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new NewEvent(seq, kind, claim, orderAt, verdict, more, note, fields);
    }
}
