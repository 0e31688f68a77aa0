package vn.lienthong.hub.dossier;

import org.jspecify.annotations.Nullable;

/** Where a dossier belongs: its procedure in the version of the reception date, and the agency that answers for it. */
record Place(
        @Nullable String procedureCode,
        @Nullable Long procedureVersion,
        @Nullable String agencyId) {

    static final Place NOWHERE = new Place(null, null, null);
}
