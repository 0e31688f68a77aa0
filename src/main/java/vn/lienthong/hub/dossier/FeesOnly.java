package vn.lienthong.hub.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts.Fee;

/** Facts that say nothing but what has been paid. */
final class FeesOnly {

    private FeesOnly() {}

    static DossierFacts of(@Nullable String code, List<Fee> fees) {
        return new DossierFacts(
                code, List.of(), null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                List.of(), fees, List.of(), null, null, null);
    }
}
