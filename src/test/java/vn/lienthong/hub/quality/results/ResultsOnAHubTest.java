package vn.lienthong.hub.quality.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** A department resolves a dossier; what is doubtful about its result stands in the dossier's page. */
@ExtendWith(OneHub.class)
class ResultsOnAHubTest {

    private final RunningHub hub;
    private final HubClient operator;

    ResultsOnAHubTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
        // what was resolved before the first look into the feed is not looked at
        await().atMost(Duration.ofSeconds(30))
                .until(() -> hub.bean(JdbcClient.class)
                        .sql("select place is not null from hub.result_check_cursor")
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void tellsAPaperThatWasHandedInAndIsCalledTheResult() {
        String code = "000.00.14.H52-260824-7501";
        String paper = base64(SignedPdf.valid().signed(Instant.now()));

        hub.as("finance").pushes("finance", resolved(code, paper, paper));

        await().atMost(Duration.ofSeconds(40))
                .until(() -> !operator.gets("/api/v1/dossiers/" + code)
                        .json()
                        .path("findings")
                        .isMissingNode());
        JsonNode finding = operator.gets("/api/v1/dossiers/" + code).json().at("/findings/0");
        assertThat(finding.path("rule").asString()).isEqualTo("result-is-a-submitted-paper");
        assertThat(finding.path("subject").asString()).isEqualTo("ket-qua.pdf");
        assertThat(operator.gets("/api/v1/findings?rule=result-is-a-submitted-paper")
                        .is(200)
                        .text())
                .contains(code);
        hub.as("finance").gets("/api/v1/findings").is(403);
    }

    @Test
    void saysNothingOfASignedResult() {
        String code = "000.00.14.H52-260824-7502";
        hub.as("finance")
                .pushes(
                        "finance",
                        resolved(
                                code,
                                base64(SignedPdf.plain()),
                                base64(SignedPdf.valid().signed(Instant.now()))));

        await().atMost(Duration.ofSeconds(40))
                .until(() -> hub.bean(JdbcClient.class)
                        .sql("select exists (select from hub.result_checks where code = :code and state = 'DONE')")
                        .param("code", code)
                        .query(Boolean.class)
                        .single());
        assertThat(operator.gets("/api/v1/dossiers/" + code)
                        .json()
                        .path("findings")
                        .isMissingNode())
                .isTrue();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String resolved(String code, String paper, String result) {
        return """
                {"code":"%s","procedure":"1.004889","agency":"000.00.14.H52","status":"RESOLVED",
                 "receivedAt":"24/08/2026 09:15:00","dueAt":"10/09/2026 09:15:00","finishedAt":"09/09/2026 09:15:00",
                 "applicantName":"TRẦN VĂN THỬ","applicantType":"CITIZEN","applicantId":"014090000001",
                 "components":[{"name":"Đơn","files":[{"name":"don.pdf","content":"%s"}]}],
                 "results":[{"name":"Quyết định","code":"KQ.G15.000031","files":[{"name":"ket-qua.pdf","content":"%s"}]}]}
                """.formatted(code, paper, result);
    }
}
