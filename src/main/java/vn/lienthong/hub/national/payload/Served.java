package vn.lienthong.hub.national.payload;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.procedure.Procedure;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Channel;

/**
 * What is known of a dossier besides itself; absent when nobody knows.
 *
 * @param account the applicant's account at the portal (TechID)
 */
public record Served(
        @Nullable Procedure procedure,
        @Nullable String agencyName,
        @Nullable String agencyCode,
        @Nullable String account) {

    /** What the catalogue says of its procedure and agency. */
    public Served(@Nullable Procedure procedure, @Nullable String agencyName, @Nullable String agencyCode) {
        this(procedure, agencyName, agencyCode, null);
    }

    /** With the account, where it is known. */
    public Served of(@Nullable String techId) {
        return techId == null ? this : new Served(procedure, agencyName, agencyCode, techId);
    }

    /** The account of one who filed online: only then does the portal show the dossier in it. */
    Optional<String> accountOf(DossierFacts facts) {
        return facts.channel() == Channel.ONLINE ? Optional.ofNullable(account) : Optional.empty();
    }
}
