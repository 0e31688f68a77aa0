package vn.lienthong.hub.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

@ExtendWith(OneHub.class)
class CatalogueEndpointsTest {

    private final RunningHub hub;
    private final HubClient portal;

    CatalogueEndpointsTest(RunningHub hub) {
        this.hub = hub;
        this.portal = hub.as("unified-portal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sở nội vụ", "so noi vu", "SO NOI VU", "noi vu so"})
    void findsAnAgencyHoweverItsNameIsTyped(String words) {
        for (String typed : new String[] {words, Normalizer.normalize(words, Normalizer.Form.NFD)}) {
            JsonNode found = portal.gets("/api/v1/catalog/agencies?on=2026-08-24&q=" + HubClient.encoded(typed))
                    .is(200)
                    .json();
            assertThat(found.path("items")
                            .valueStream()
                            .map(one -> one.at("/agency/id").asString()))
                    .containsExactly("son-la.home-affairs");
        }
    }

    @Test
    void showsTheAgenciesOfTheDayAskedAbout() {
        assertThat(agencies("2025-02-28")).contains("son-la.labour").doesNotContain("son-la.agriculture-environment");
        assertThat(agencies("2025-03-01"))
                .contains("son-la.agriculture-environment")
                .doesNotContain("son-la.labour");
    }

    @Test
    void resolvesAnOldCodeAndSaysWhoAnswersWhenItIsOutOfDate() {
        JsonNode then = resolution("code=000.00.11.H52&on=2025-02-28");
        assertThat(then.path("answer").asString()).isEqualTo("FOUND");
        assertThat(then.at("/agencies/0/id").asString()).isEqualTo("son-la.labour");
        JsonNode now = resolution("code=000.00.11.H52&on=2026-08-24");
        assertThat(now.path("answer").asString()).isEqualTo("OUT_OF_DATE");
        assertThat(now.at("/agencies/0/id").asString()).isEqualTo("son-la.home-affairs");
        assertThat(now.path("validUntil").asString()).isEqualTo("2026-03-01");
        assertThat(resolution("code=000.00.99.H52").path("answer").asString()).isEqualTo("UNKNOWN");
    }

    @Test
    void pagesProceduresAndTellsPlaceholdersApart() {
        JsonNode first = portal.gets("/api/v1/catalog/procedures?agency=son-la.home-affairs&size=50")
                .is(200)
                .json();
        JsonNode second = portal.gets("/api/v1/catalog/procedures?agency=son-la.home-affairs&size=50&page=1")
                .is(200)
                .json();
        assertThat(first.path("total").asInt()).isEqualTo(91);
        assertThat(first.path("items"))
                .hasSize(50)
                .allMatch(one -> one.path("demo").asBoolean());
        assertThat(second.path("items")).hasSize(41);
        portal.gets("/api/v1/catalog/procedures?size=501").is(400);
    }

    @Test
    void readsAProcedureByAProvincialCopyOfItsCode() {
        JsonNode one = portal.gets("/api/v1/catalog/procedures/1.004889.000.00.00.H52?on=2026-08-24")
                .is(200)
                .json();
        assertThat(one.at("/procedure/code").asString()).isEqualTo("1.004889");
        assertThat(one.at("/procedure/limit/unit").asString()).isEqualTo("WORKING_DAYS");
        assertThat(one.path("versions")).hasSize(1);
        assertThat(portal.gets("/api/v1/catalog/procedures/9.999999").is(404).problem())
                .isEqualTo("unknown-procedure");
    }

    @Test
    void countsLevelsPerDepartment() {
        JsonNode statistic =
                portal.gets("/api/v1/catalog/levels?on=2022-12-31").is(200).json();
        JsonNode homeAffairs = statistic
                .path("departments")
                .valueStream()
                .filter(one -> one.path("id").asString("").equals("son-la.home-affairs"))
                .findFirst()
                .orElseThrow();
        assertThat(homeAffairs.at("/demo/figures/total").asInt()).isEqualTo(91);
        assertThat(homeAffairs.at("/demo/percent/4").asString()).isEqualTo("97.8");
        assertThat(homeAffairs.at("/published/figures/total").asInt()).isZero();
    }

    @Test
    void isForAnybodyWithAKey() {
        hub.as("national-portal").gets("/api/v1/catalog/levels").is(200);
        hub.as("home-affairs").gets("/api/v1/catalog/agencies").is(200);
        hub.anonymous().gets("/api/v1/catalog/agencies").is(401);
    }

    private java.util.List<String> agencies(String day) {
        return portal.gets("/api/v1/catalog/agencies?size=500&on=" + day)
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.at("/agency/id").asString())
                .toList();
    }

    private JsonNode resolution(String query) {
        return portal.gets("/api/v1/catalog/agencies/resolution?" + query)
                .is(200)
                .json();
    }
}
