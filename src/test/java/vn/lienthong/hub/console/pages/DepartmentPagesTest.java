package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The systems that send, and the studio, as a browser without JavaScript sees them. */
@ExtendWith(OneHub.class)
class DepartmentPagesTest {

    private static final String LAND = "/console/departments/one?sender=land";
    private static final String STUDIO = "/console/departments/studio?sender=land";

    private final RunningHub hub;

    DepartmentPagesTest(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void namesEverySystemThatTheConfigurationInForceLetsSend() {
        JsonNode answer =
                hub.as("operator").gets("/api/v1/senders").is(200).json().path("senders");
        JsonNode land = answer.valueStream()
                .filter(line -> line.path("id").asString().equals(LandSystem.ID))
                .findFirst()
                .orElseThrow();
        assertThat(land.path("format").asString()).isEqualTo("json");
        assertThat(land.path("maxBodyBytes").asLong()).isEqualTo(50L << 20);
        assertThat(land.path("files").valueStream().map(JsonNode::asString))
                .containsSubsequence("departments/land.yaml", "formats/land.yaml");
        String page = operator().opens("/console/departments").body();
        answer.forEach(
                line -> assertThat(page).contains("<code>" + line.path("id").asString() + "</code>"));
    }

    @Test
    void isClosedToASystemAndToNobodyInParticular() {
        hub.as(LandSystem.ID).gets("/api/v1/senders").is(403);
        hub.anonymous().gets("/api/v1/senders").is(401);
    }

    @Test
    void showsKeysToAdministratorsAndTellsOthersThatTheyMayNot() {
        assertThat(operator().opens(LAND).body())
                .contains("Khóa chỉ người quản trị xem được.")
                .doesNotContain("Không hết hạn");
    }

    @Test
    void knowsNoDepartmentThatThereIsNot() {
        assertThat(operator().opens("/console/departments/one?sender=none-such").body())
                .contains("Không có đơn vị này");
    }

    @Test
    void triesAPastedSampleAndKeepsNothingOfIt() {
        String sample = LandSystem.accepted("000.00.15.H52-260824-7601");
        String page = attempts(sample);
        assertThat(page)
                .contains("sẽ vào sổ")
                .contains("000.00.15.H52-260824-7601")
                .contains("ThongTinQuyTrinh.MaQuyTrinh")
                .contains("config/departments/land.yaml");
        hub.as("operator")
                .gets("/api/v1/dossiers?code=000.00.15.H52-260824-7601")
                .is(404);
    }

    @Test
    void pointsAtTheLineOfAnUnknownCodeAndOfAViolation() {
        String unknown = LandSystem.accepted("000.00.15.H52-260824-7602").replace("QT-01", "QT-66");
        assertThat(attempts(unknown))
                .contains("sẽ chờ xử lý")
                .contains("QT-66")
                .containsPattern("config/departments/land\\.yaml:\\d+");
        String broken = LandSystem.accepted("000.00.15.H52-260824-7603").replace("24/08/2026 09:15:00", "31/31/2026");
        assertThat(attempts(broken)).contains("sẽ bị từ chối").contains("NgayTiepNhan");
    }

    @Test
    void saysThatASampleIsNoJson() {
        assertThat(attempts("{ nothing")).contains("Không đọc được mẫu");
    }

    private String attempts(String sample) {
        return operator()
                .submits(STUDIO, STUDIO, Map.of("type", "application/json", "sample", sample))
                .body();
    }

    private ConsoleVisitor operator() {
        return ConsoleVisitor.withKeyOf(hub, "operator");
    }
}
