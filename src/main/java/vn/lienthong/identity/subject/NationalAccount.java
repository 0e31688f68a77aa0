package vn.lienthong.identity.subject;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a national provider says of the account that logged in, in our words.
 *
 * @param provider the id of our configuration of it
 * @param sub never changes at its issuer
 * @param techId the national portal's own id of the account; with the sub, all an account is recognised by
 * @param personalId checked, of 12 digits
 * @param oldId checked, of 9 digits
 * @param profile what may be handed to clients, under the names of our claims
 * @param doubts rules that a stated value breaks; such a value is left out of everything else
 */
public record NationalAccount(
        String provider,
        String issuer,
        String sub,
        @Nullable String techId,
        AccountKind kind,
        @Nullable String personalId,
        @Nullable String oldId,
        @Nullable String taxCode,
        @Nullable String level,
        @Nullable Integer ial,
        boolean locked,
        Map<String, Object> profile,
        List<String> doubts) {

    public NationalAccount {
        profile = Map.copyOf(profile);
        doubts = List.copyOf(doubts);
    }
}
