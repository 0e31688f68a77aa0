package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.AdministeredHub;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.catalog.agency.Resolution;

/** Two departments become one on 1 October 2026 while the hub runs and holds dossiers of both. */
class ReorganisationTest {

    private static final String SENDER = "home-affairs";
    private static final String CODE = "000.00.14.H52-260824-0002";
    private static final LocalDate BEFORE = LocalDate.of(2026, 9, 30);
    private static final LocalDate AFTER = LocalDate.of(2026, 10, 1);
    private static final List<String> OLD_CODES =
            List.of("000.00.14.H52", "H52.14", "000.00.02.H52", "H52.02", "000.00.30.H52");

    private final AdministeredHub started = AdministeredHub.start();
    private final RunningHub hub = started.hub();
    private final HubClient administrator = started.administrator();

    @AfterEach
    void closes() {
        hub.close();
    }

    @Test
    void mergesTwoDepartmentsOnARunningHubAndTakesItBack() throws IOException {
        hub.as(SENDER).pushes(SENDER, push());
        long before = hub.bean(Agencies.class).all(BEFORE).size();

        JsonNode tried = reorganise(false);
        assertThat(tried.path("flawed").asInt()).isZero();
        assertThat(tried.has("applied")).isFalse();
        assertThat(tried.at("/added/0").asString()).isEqualTo("son-la.home-ethnic-affairs");
        assertThat(tried.path("changed").valueStream().map(JsonNode::asString))
                .containsExactly("son-la.ethnic-religious-affairs", "son-la.home-affairs");
        assertThat(tried.at("/touched/dossiers").asInt()).isEqualTo(1);
        assertThat(tried.at("/touched/mappings").toString()).contains("province/son-la/senders.yaml");
        assertThat(tried.at("/touched/routes").toString()).contains(SENDER);
        assertThat(resolved("H52.14", AFTER)).isEqualTo("son-la.home-affairs");

        JsonNode applied = reorganise(true);
        assertThat(applied.path("applied").asLong())
                .isEqualTo(tried.path("base").asLong() + 1);
        for (String code : OLD_CODES) {
            assertThat(resolved(code, AFTER)).as(code).isEqualTo("son-la.home-ethnic-affairs");
        }
        assertThat(resolved("H52.14", BEFORE)).isEqualTo("son-la.home-affairs");
        assertThat(resolved("000.00.02.H52", BEFORE)).isEqualTo("son-la.ethnic-religious-affairs");
        assertThat(hub.bean(Agencies.class).all(AFTER)).hasSize((int) before - 1);

        JsonNode dossier =
                administrator.gets("/api/v1/dossiers/" + CODE).is(200).json();
        assertThat(dossier.at("/receivingAgency/id").asString()).isEqualTo("son-la.home-affairs");
        assertThat(dossier.at("/receivingAgency/name").asString()).isEqualTo("Sở Nội vụ tỉnh Sơn La");
        assertThat(dossier.at("/resolvingAgencies/0/id").asString()).isEqualTo("son-la.home-ethnic-affairs");

        hub.as(SENDER)
                .pushes(
                        SENDER,
                        push().replace("260824-0002", "261005-0001")
                                .replace("24/08/2026", "05/10/2026")
                                .replace("10/09/2026", "20/10/2026"));
        assertThat(administrator
                        .gets("/api/v1/dossiers/000.00.14.H52-261005-0001")
                        .is(200)
                        .json()
                        .at("/receivingAgency/id")
                        .asString())
                .isEqualTo("son-la.home-ethnic-affairs");

        administrator
                .posts("/api/v1/config/revert/" + tried.path("base").asLong(), "")
                .is(200);
        assertThat(resolved("H52.14", AFTER)).isEqualTo("son-la.home-affairs");
        assertThat(administrator
                        .gets("/api/v1/dossiers/" + CODE)
                        .json()
                        .at("/resolvingAgencies/0/id")
                        .asString())
                .isEqualTo("son-la.home-affairs");
    }

    private JsonNode reorganise(boolean apply) throws IOException {
        return administrator
                .posts(
                        "/api/v1/config/imports?kind=REORGANISATION&reason=trial&apply=" + apply,
                        Files.readAllBytes(Path.of("src/test/resources/catalog/imports/merger.yaml")),
                        "application/yaml")
                .is(200)
                .json();
    }

    private String resolved(String code, LocalDate day) {
        return hub.bean(Agencies.class).resolve(code, null, day) instanceof Resolution.Found found
                ? found.agency().id()
                : "none";
    }

    private static String push() throws IOException {
        return Files.readString(Path.of("src/test/resources/departments", SENDER, "new-dossier.push.json"));
    }
}
