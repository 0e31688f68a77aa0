package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody finds who can read the database, and what can be done with it. */
@BesideHubs
class TokensAtRestTest {

    private static final List<String> COLUMNS =
            List.of("authorization_code_value", "access_token_value", "oidc_id_token_value", "refresh_token_value");

    private static RunningIdentity identity;
    private static TrialPortal portal;

    @BeforeAll
    static void start() {
        identity = RunningIdentity.start();
        portal = new TrialPortal(identity, "demo-portal");
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void keepsNoCodeAndNoTokenThatOpensAnything() {
        var browser = new Browser();
        browser.opens(identity.issuer() + "/trial-login?subject=resting&acr=LoA2");
        String code = String.valueOf(
                TrialPortal.broughtBack(browser.opens(portal.door("openid"))).get("code"));
        String kept = rows().getFirst().get("authorization_code_value");
        assertThat(kept).startsWith("hashed:");
        assertThat(portal.exchanges(kept).is(400).at("error")).isEqualTo("invalid_grant");

        var tokens = portal.exchanges(code).is(200);
        Map<String, String> row = rows().getFirst();
        for (String column : COLUMNS) {
            assertThat(row.get(column)).as(column).matches("hashed:[0-9a-f]{64}");
        }
        assertThat(everything()).doesNotContain(code, tokens.at("access_token"), tokens.at("refresh_token"));
        assertThat(everything()).doesNotContain(tokens.at("id_token"));

        assertThat(refreshes(String.valueOf(row.get("refresh_token_value")))
                        .is(400)
                        .at("error"))
                .isEqualTo("invalid_grant");
        assertThat(active(String.valueOf(row.get("access_token_value")))).isFalse();
        assertThat(active(tokens.at("access_token"))).isTrue();
        assertThat(active(tokens.at("refresh_token"))).isTrue();
        portal.gets("/userinfo", tokens.at("access_token")).is(200);

        var renewed = refreshes(tokens.at("refresh_token")).is(200);
        assertThat(active(renewed.at("access_token"))).isTrue();
        assertThat(refreshes(tokens.at("refresh_token")).is(400).at("error")).isEqualTo("invalid_grant");
        portal.asks("/oauth2/revoke", Map.of("token", renewed.at("refresh_token")))
                .is(200);
        assertThat(refreshes(renewed.at("refresh_token")).is(400).at("error")).isEqualTo("invalid_grant");
        assertThat(everything()).doesNotContain(renewed.at("access_token"), renewed.at("refresh_token"));
    }

    private static TrialPortal.Answer refreshes(String token) {
        return portal.asks("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    private static boolean active(String token) {
        return portal.asks("/oauth2/introspect", Map.of("token", token))
                .is(200)
                .json()
                .path("active")
                .asBoolean();
    }

    private static List<Map<String, String>> rows() {
        return identity.bean(JdbcTemplate.class)
                .query(
                        "select * from identity.oauth2_authorization where principal_name = 'resting'",
                        (row, number) -> {
                            Map<String, String> values = new java.util.HashMap<>();
                            for (String column : COLUMNS) {
                                values.put(column, String.valueOf(row.getString(column)));
                            }
                            return values;
                        });
    }

    private static String everything() {
        return String.valueOf(identity.bean(JdbcTemplate.class)
                .queryForObject("select string_agg(a::text, ' ') from identity.oauth2_authorization a", String.class));
    }
}
