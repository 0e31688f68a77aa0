package vn.lienthong.hub.dossier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier changed; published inside the register's transaction.
 *
 * @param origin the system it was filed in
 * @param by the system that said so now
 */
public record StatusChanged(
        UUID dossierId,
        String code,
        long version,
        @Nullable DossierStatus status,
        String origin,
        String by,
        int seq,
        String correlationId) {}
