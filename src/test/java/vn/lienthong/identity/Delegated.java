package vn.lienthong.identity;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.trust.Seal;

/** A citizen who let a department's portal act for them, and what the portal gets by that. */
final class Delegated {

    static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private Delegated() {}

    /** The portal's token at the hub, for a citizen with this id. */
    static String token(RunningIdentity identity, String subject, String acr, String personalId) {
        var portal = new TrialPortal(identity, "demo-portal");
        String own = agreed(
                        identity, portal, citizen(identity, subject, acr, personalId), "openid own.dossiers", Map.of())
                .is(200)
                .at("access_token");
        return exchanges(portal, own, Map.of()).is(200).at("access_token");
    }

    /** Logged in, with an account that states this id. */
    static Browser citizen(RunningIdentity identity, String subject, String acr, String personalId) {
        var browser = new Browser();
        String login = browser.opens(identity.issuer() + "/trial-login?subject=" + subject + "&acr=" + acr)
                .body();
        UUID account = UUID.randomUUID();
        byte[] profile = identity.bean(Seal.class)
                .seal("{\"account_type\":\"person\",\"personal_id\":\"%s\"}"
                        .formatted(personalId)
                        .getBytes(StandardCharsets.UTF_8));
        var db = identity.bean(JdbcTemplate.class);
        db.update(
                "insert into identity.accounts (id, provider, issuer, sub, kind, profile, first_seen, last_seen)"
                        + " values (?, 'trial', 'trial', ?, 'PERSON', ?, now(), now())",
                account,
                account.toString(),
                profile);
        db.update("update identity.logins set account = ? where id = ?", account, UUID.fromString(login));
        return browser;
    }

    /** The portal's own tokens, after the citizen agreed to all it asked for. */
    static TrialPortal.Answer agreed(
            RunningIdentity identity, TrialPortal portal, Browser browser, String scope, Map<String, String> more) {
        HttpResponse<String> asked = browser.opens(portal.door(scope, more));
        if (Citizen.location(asked).contains("/consent?")) {
            var form = new HashMap<>(TrialPortal.parameters(Citizen.location(asked)));
            String parts = "client_id=demo-portal&state=" + form.get("state");
            for (String each : scope.split(" ")) {
                parts += "openid".equals(each) ? "" : "&scope=" + each;
            }
            asked = browser.posts(identity.issuer() + "/oauth2/authorize", parts.replace("=+", "=%2B"));
        }
        return portal.exchanges(TrialPortal.broughtBack(asked).get("code"));
    }

    static TrialPortal.Answer exchanges(TrialPortal actor, String subjectToken, Map<String, String> other) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type", GRANT,
                "subject_token", subjectToken,
                "subject_token_type", ACCESS_TOKEN,
                "audience", "lienthong-hub",
                "scope", "own.dossiers"));
        form.putAll(other);
        form.values().removeIf(String::isEmpty);
        return actor.asks("/oauth2/token", form);
    }
}
