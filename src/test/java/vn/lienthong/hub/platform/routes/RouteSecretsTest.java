package vn.lienthong.hub.platform.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of routes tells no secret. */
class RouteSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sftp:host?username=u&password=hush-now&delay=5",
                "password: hush-now",
                "password: \"hush-now, and more hush-now\"",
                "apiKey: 'hush''hush-now'",
                "{\"clientSecret\": \"hush-\\\"hush-now\", \"a\": 1}",
                "ACCESS_TOKEN = \"hush-now\"",
            })
    void leavesOutWhatFollowsTheNameOfASecret(String text) {
        assertThat(RouteSecrets.hide(text)).contains("…").doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sftp:host?password={{sftp.password}}",
                "password: \"{{sftp.password}}\"",
                "jms:queue:door.land?concurrentConsumers=2"
            })
    void leavesPlaceholdersAndTheRestAsTheyAre(String text) {
        assertThat(RouteSecrets.hide(text)).isEqualTo(text);
    }

    @Test
    void leavesOutParametersThatAreSecrets() {
        Map<String, String> shown = RouteSecrets.hide(Map.of(
                "sender", "land", "apiToken", "hush", "password", "{{land.password}}", "uri", "http://a?key=hush"));
        assertThat(shown)
                .containsEntry("sender", "land")
                .containsEntry("apiToken", "…")
                .containsEntry("password", "{{land.password}}")
                .containsEntry("uri", "http://a?key=…");
    }
}
