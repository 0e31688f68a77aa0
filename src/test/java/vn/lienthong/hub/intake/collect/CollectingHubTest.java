package vn.lienthong.hub.intake.collect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/** A whole hub fetches the dossiers of a system that does not push; two hubs on one database take turns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class CollectingHubTest {

    private static final String SENDER = "one-stop-communes";
    private static final Path GOLDEN = Path.of("src/test/resources/departments", SENDER, "new-dossier.push.json");
    private static final String HTML = "<html>Đăng nhập</html>";

    private final WireMockServer system = system();
    private final PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
    private final HubHome home = home();
    private final RunningHub hub = RunningHub.start(home, parts);

    @AfterAll
    void stop() {
        hub.close();
        system.stop();
    }

    @Test
    void registersWhatItFetchedOnceAndShowsWhatKeepsIt() throws IOException {
        answers(Files.readString(GOLDEN));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(registered()).isOne());
        int asked = asked();
        await().atMost(Duration.ofSeconds(30)).until(() -> asked() >= asked + 2);
        assertThat(account().path("accepted").asInt()).isOne();

        answers(HTML);
        await().atMost(Duration.ofSeconds(30)).until(() -> trouble().contains("HTML"));
        assertThat(health()).isEqualTo("DEGRADED");

        answers(Files.readString(GOLDEN));
        await().atMost(Duration.ofSeconds(30)).until(() -> trouble().isEmpty());
        assertThat(health()).isEqualTo("UP");
    }

    @Test
    void takesTurnsWithASecondHubAndGoesOnWhenTheFirstIsGone() throws IOException {
        answers(Files.readString(GOLDEN));
        HubHome other = new HubHome(
                home.mode(),
                RealParts.shared().freshHome().data(),
                home.secrets(),
                home.routes(),
                home.config(),
                home.mocks());
        RunningHub second = RunningHub.start(other, parts);
        try {
            int before = asked();
            await().atMost(Duration.ofSeconds(30)).until(() -> asked() >= before + 3);
            assertThat(account().path("accepted").asInt()).isOne();
        } finally {
            second.close();
        }
        int alone = asked();
        await().atMost(Duration.ofSeconds(30)).until(() -> asked() >= alone + 2);
    }

    @Test
    void looksAtOnceWhenAnOperatorAsksForIt() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> hub.as("operator")
                                .posts("/api/v1/collections/" + SENDER + "/look", "")
                                .status()
                        == 202);
        hub.as("operator").posts("/api/v1/collections/nobody/look", "").is(404);
        hub.as(SENDER).gets("/api/v1/collections").is(403);
    }

    private static WireMockServer system() {
        var server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        server.stubFor(get(anyUrl()).willReturn(aResponse().withBody("{\"content\":[],\"last\":true,\"number\":0}")));
        return server;
    }

    private HubHome home() {
        try {
            HubHome fresh = RealParts.shared().freshHome();
            Path config = fresh.data().resolve("proposed-config");
            FileSystemUtils.copyRecursively(fresh.config(), config);
            Files.writeString(
                    config.resolve("departments").resolve(SENDER + ".yaml"),
                    """

                    collect:
                      by: http
                      url: %s/pa/dossier/search?page={page}&size={size}&spec=slice
                      every: 1s
                      items: content
                      id: id
                      paging: {size: 50, number: number, last: last}
                    """.formatted(system.baseUrl()),
                    StandardOpenOption.APPEND);
            return new HubHome(fresh.mode(), fresh.data(), fresh.secrets(), fresh.routes(), config, fresh.mocks());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void answers(String body) {
        system.stubFor(get(anyUrl()).willReturn(aResponse().withBody(body)));
    }

    private int asked() {
        return system.findAll(getRequestedFor(anyUrl())).size();
    }

    private JsonNode account() {
        return staff("/api/v1/accounts")
                .path("senders")
                .valueStream()
                .filter(line -> line.path("sender").asString().equals(SENDER))
                .findFirst()
                .orElseThrow();
    }

    private int registered() {
        return account().path("registered").asInt();
    }

    private String trouble() {
        return staff("/api/v1/collections")
                .path("collections")
                .path(0)
                .path("trouble")
                .asString("");
    }

    private String health() {
        return staff("/actuator/health")
                .path("components")
                .path("collect")
                .path("status")
                .asString();
    }

    private JsonNode staff(String page) {
        HubClient operator = hub.as("operator");
        return operator.gets(page).json();
    }
}
