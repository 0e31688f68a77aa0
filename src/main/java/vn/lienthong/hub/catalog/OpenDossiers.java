package vn.lienthong.hub.catalog;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the dossiers that are still open, for whoever is about to change what they stand on. */
public interface OpenDossiers {

    /** How many are open at an agency for a procedure. */
    record Count(@Nullable String agencyId, @Nullable String procedureCode, long open) {}

    /** Those that one of these agencies received, or that are of one of these procedures. */
    List<Count> of(Collection<String> agencyIds, Collection<String> procedureCodes);
}
