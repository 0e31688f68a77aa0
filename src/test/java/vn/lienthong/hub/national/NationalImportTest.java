package vn.lienthong.hub.national;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.platform.config.AppliedConfig;

/** The province's procedures compared with the national database, over HTTP on both sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NationalImportTest {

    private static final String IMPORT = "/api/v1/config/imports/national";
    private static final String PROCEDURES = "province/son-la/procedures.yaml";
    private static final String PUBLISHED = "Công nhận bằng tốt nghiệp (mẫu)";

    private NationalPages hub;
    private HubClient administrator;

    @BeforeAll
    void starts() {
        hub = new NationalPages();
        administrator = hub.administrator();
    }

    @AfterEach
    void behaves() {
        hub.portal().behaves();
    }

    @AfterAll
    void closes() {
        hub.close();
    }

    @Test
    void showsWhatDiffersAppliesItAndTakesItBack() {
        JsonNode tried = administrator.posts(IMPORT, "").is(200).json();
        long before = tried.path("base").asLong();

        assertThat(tried.path("kind").asString()).isEqualTo("NATIONAL");
        assertThat(tried.path("rows").asInt()).isEqualTo(2);
        assertThat(tried.path("flawed").asInt()).isZero();
        assertThat(tried.path("added")).isEmpty();
        assertThat(tried.path("changed").valueStream().map(JsonNode::asString)).containsExactly("1.004889", "2.000477");
        assertThat(tried.at("/touched/hidden").valueStream().map(JsonNode::asString))
                .as("the demonstration of a standalone hub has these, too")
                .containsExactly("1.004889", "2.000477");
        assertThat(inForce()).doesNotContain(PUBLISHED);

        JsonNode applied = administrator
                .posts(IMPORT + "?apply=true&reason=trial", "")
                .is(200)
                .json();
        assertThat(applied.path("applied").asLong()).isEqualTo(before + 1);
        assertThat(inForce()).contains(PUBLISHED, "LayThuTuc");
        assertThat(hub.audited("config.import").getLast()).contains("NATIONAL", "LayThuTuc");
        assertThat(administrator.posts(IMPORT, "").is(200).json().path("changed"))
                .as("nothing differs any more")
                .isEmpty();

        administrator.posts("/api/v1/config/revert/" + before, "").is(200);
        assertThat(inForce()).doesNotContain(PUBLISHED);
    }

    @Test
    void changesNothingWhenThePortalDoesNotAnswer() {
        hub.portal().misbehaves("{\"mode\":\"bad-gateway\"}");
        String before = inForce();

        HubClient.Answer answer =
                administrator.posts(IMPORT + "?apply=true&reason=trial", "").is(502);

        assertThat(answer.problem()).isEqualTo("national-portal-unavailable");
        assertThat(inForce()).isEqualTo(before);
    }

    @Test
    void isForAdministratorsOnly() {
        hub.as("operator").posts(IMPORT, "").is(403);
    }

    private String inForce() {
        return hub.bean(AppliedConfig.class).text(PROCEDURES);
    }
}
