package vn.lienthong.hub.national.sync;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import vn.lienthong.hub.dossier.OutwardDossier;

/** Finds the portal's accounts of those who filed, as far as they are known, by dossier; never asks anybody. */
@FunctionalInterface
public interface Accounts {

    /** Nobody's is known. */
    Accounts NONE = dossiers -> Map.of();

    Map<UUID, String> of(Collection<OutwardDossier> dossiers);
}
