package vn.lienthong.hub.dossier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dossier changed; published inside the register's transaction, to be heard after its commit. */
public record StatusChanged(
        UUID dossierId, String code, long version, @Nullable DossierStatus status) {}
