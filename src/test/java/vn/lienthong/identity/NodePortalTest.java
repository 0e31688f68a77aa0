package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A department's portal made of software we did not write: openid-client (certified by the OpenID Foundation) for Node,
 * with jose for the tokens. Needs node and npm; {@code scripts/interop} runs it.
 */
@Tag("interop")
class NodePortalTest {

    private static final Path FOLDER = Path.of("target", "interop", "node").toAbsolutePath();
    private static final Path SCRIPT = Path.of("src/test/resources/interop/portal.mjs");

    @Test
    void logsACitizenInWithPushedRequestAndChecksRenewsAndRevokesTokens() throws Exception {
        install();
        try (RunningIdentity identity = RunningIdentity.start()) {
            String secret = Files.readString(identity.secret("demo-portal")).strip();
            Process portal = new ProcessBuilder(
                            "node",
                            "portal.mjs",
                            identity.issuer().toString(),
                            "demo-portal",
                            secret,
                            TrialPortal.CALLBACK)
                    .directory(FOLDER.toFile())
                    .redirectError(FOLDER.resolve("errors").toFile())
                    .start();
            try (BufferedReader says = portal.inputReader();
                    PrintStream hears = new PrintStream(portal.getOutputStream(), true, StandardCharsets.UTF_8)) {
                var browser = new Browser();
                browser.opens(identity.issuer() + "/trial-login?subject=node-1&acr=LoA2");
                var back = browser.opens(said(says, "door").path("url").asString());
                hears.println(back.headers().firstValue("Location").orElseThrow());

                JsonNode tokens = said(says, "tokens");
                assertThat(tokens.path("sub").asString()).isEqualTo("node-1");
                assertThat(tokens.path("acr").asString()).isEqualTo("LoA2");
                assertThat(said(says, "userinfo").path("sub").asString()).isEqualTo("node-1");
                assertThat(said(says, "renewed").path("another").asBoolean()).isTrue();
                assertThat(said(says, "checked").path("kid").asString()).isNotBlank();
                JsonNode seen = said(says, "introspected");
                assertThat(seen.path("active").asBoolean()).isTrue();
                assertThat(seen.path("revoked").asBoolean()).isTrue();
                var gone = browser.opens(said(says, "leave").path("url").asString());
                assertThat(gone.statusCode()).isEqualTo(302);
                assertThat(browser.opens(new TrialPortal(identity, "demo-portal").door("openid"))
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .endsWith("/login");
                assertThat(portal.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(portal.exitValue()).isZero();
            } finally {
                portal.destroyForcibly();
            }
        }
    }

    /** The next line of that step; what went wrong there otherwise. */
    private static JsonNode said(BufferedReader says, String step) throws IOException {
        String line = says.readLine();
        if (line == null) {
            throw new AssertionError(Files.readString(FOLDER.resolve("errors")));
        }
        JsonNode said = JsonMapper.shared().readTree(line);
        assertThat(said.path("step").asString()).as(line).isEqualTo(step);
        return said;
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("portal.mjs"), Files.readString(SCRIPT));
        if (Files.notExists(FOLDER.resolve("node_modules"))) {
            Files.writeString(FOLDER.resolve("package.json"), "{\"private\":true,\"type\":\"module\"}");
            Process npm = new ProcessBuilder(
                            "npm", "install", "--no-audit", "--no-fund", "openid-client@6.8.9", "jose@6.1.0")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.log").toFile())
                    .start();
            assertThat(npm.waitFor()).as("see " + FOLDER.resolve("npm.log")).isZero();
        }
    }
}
