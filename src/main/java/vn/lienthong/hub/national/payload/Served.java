package vn.lienthong.hub.national.payload;

import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.procedure.Procedure;

/** What the catalogue says of a dossier's procedure and agency; absent when it does not know them. */
public record Served(
        @Nullable Procedure procedure,
        @Nullable String agencyName,
        @Nullable String agencyCode) {}
