package vn.lienthong.hub.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.platform.routes.RouteControl;

/** The communes' one-stop software: one sender for all of them, known by files alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneStopTest {

    private static final String SENDER = "one-stop";
    private static final String CODE = "H52.207-260824-0001";

    private NationalPages hub;

    @BeforeAll
    void starts() {
        hub = new NationalPages();
    }

    @AfterAll
    void closes() {
        hub.close();
    }

    @Test
    void bringsACommunesDossierToTheNationalPortalWithoutARouteOfItsOwn() throws IOException {
        assertThat(Path.of("routes/departments", SENDER + ".camel.yaml")).doesNotExist();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hub.bean(RouteControl.class).find("receive-" + SENDER))
                        .isPresent());

        hub.as(SENDER).pushes(SENDER, dossierOf("H52.207", CODE));

        HubClient administrator = hub.administrator();
        JsonNode dossier =
                administrator.gets("/api/v1/dossiers/" + CODE).is(200).json();
        assertThat(dossier.at("/receivingAgency/id").asString()).isEqualTo("son-la.demo-commune-07");
        await().atMost(Duration.ofSeconds(30)).until(() -> hub.portal().has(CODE));
    }

    @Test
    void parksACommuneThatNobodyDescribed() throws IOException {
        JsonNode outcome = hub.as(SENDER).pushes(SENDER, dossierOf("H52.999", "H52.999-260824-0001"));
        assertThat(outcome.toString()).contains("PARKED", "unknown-agency");
    }

    private static String dossierOf(String commune, String code) throws IOException {
        return Files.readString(Path.of("src/test/resources/departments/home-affairs/new-dossier.push.json"))
                .replace("000.00.14.H52-260824-0002", code)
                .replace("\"000.00.14.H52\"", "\"" + commune + "\"");
    }
}
