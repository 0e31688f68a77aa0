package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records that wait for a fix of ours; the module that takes submissions implements it. */
public interface ParkedRecords {

    /** A record by its key. */
    record Key(UUID receipt, int no, Instant acceptedAt) {}

    /** Which records: those that fit all that is given; {@code cause} is how the cause begins. */
    record Choice(
            List<String> codes,
            @Nullable String sender,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String cause) {}

    /** A parked record and the dossier it names, as far as it could be read. */
    record Parked(Key key, @Nullable String code) {}

    /** Where a record stands, or would stand: IN_FLIGHT, REGISTERED, REFUSED or PARKED, and why. */
    record Fate(String state, @Nullable String cause) {}

    /** Oldest first. */
    List<Parked> choose(Choice choice, int limit);

    /** As they stand now. */
    Map<Key, Fate> now(Collection<Key> keys);

    /** What it would come to by the configuration in force; nothing is changed. */
    Fate foresee(Key key);

    /** Puts them in flight again, in the caller's transaction. */
    void replay(List<Key> keys);
}
