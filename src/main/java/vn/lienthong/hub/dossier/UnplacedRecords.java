package vn.lienthong.hub.dossier;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that name a dossier but did not reach the register; the module that takes submissions implements it. */
public interface UnplacedRecords {

    /** The newest record of each code that is in flight, refused or parked. */
    Map<String, Trace> of(Collection<String> codes);

    /** Where such a record stands; {@code state} is IN_FLIGHT, REFUSED or PARKED. */
    record Trace(
            String sender,
            String state,
            @Nullable String cause,
            @Nullable String owner) {}
}
