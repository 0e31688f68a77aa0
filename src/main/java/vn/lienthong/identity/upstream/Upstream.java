package vn.lienthong.identity.upstream;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.identity.subject.AccountKind;

/**
 * A national provider as our configuration describes it; it publishes no description of itself.
 *
 * @param issuer the exact {@code iss} of its id tokens
 * @param logout where a browser logs out there, absent when log-outs are not passed on
 * @param logoutHint how it is told there who leaves
 * @param userInfoBy the HTTP method of its user-info endpoint
 * @param acrValues what is asked for, absent to ask for nothing
 * @param level the assurance of a log-in whose claims say none
 * @param claims our name of a fact to its name of the claim
 * @param kinds its word for the kind of an account to ours
 * @param ialLevels its identity assurance level to our level of a log-in
 * @param locked its words for an account that may not log in
 * @param staff logs the province's staff in, by accounts that an administrator named; never citizens
 * @param standIn plays a national provider on this machine; never taken by a node
 * @param provisional whether anything here is assumed
 */
public record Upstream(
        String id,
        Map<String, String> name,
        String issuer,
        String authorize,
        String token,
        String userInfo,
        String keys,
        @Nullable String logout,
        LogoutHint logoutHint,
        Method userInfoBy,
        List<String> scopes,
        @Nullable String acrValues,
        @Nullable String level,
        Map<String, String> claims,
        Map<String, AccountKind> kinds,
        Map<String, String> ialLevels,
        List<String> locked,
        boolean staff,
        boolean standIn,
        boolean provisional) {

    enum Method {
        GET,
        POST
    }

    enum LogoutHint {
        /** {@code id_token_hint}: its own id token of that log-in. */
        ID_TOKEN,
        /** {@code client_id}: ours there, and nothing of the person. */
        CLIENT_ID
    }

    @SuppressWarnings("NullAway") // absent lists arrive as null from a file
    public Upstream {
        scopes = scopes == null ? List.of("openid") : List.copyOf(scopes);
        claims = claims == null ? Map.of() : Map.copyOf(claims);
        kinds = kinds == null ? Map.of() : Map.copyOf(kinds);
        ialLevels = ialLevels == null ? Map.of() : Map.copyOf(ialLevels);
        locked = locked == null ? List.of() : List.copyOf(locked);
        logoutHint = logoutHint == null ? LogoutHint.ID_TOKEN : logoutHint;
        userInfoBy = userInfoBy == null ? Method.GET : userInfoBy;
    }

    /** The name in this language, else in Vietnamese, else the id. */
    public String nameIn(String language) {
        return name.getOrDefault(language, name.getOrDefault("vi", id));
    }

    /** What it calls this fact, absent when it does not say it. */
    @Nullable
    String claim(String fact) {
        return claims.get(fact);
    }
}
