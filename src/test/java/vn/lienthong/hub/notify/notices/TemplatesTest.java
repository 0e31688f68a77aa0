package vn.lienthong.hub.notify.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.config.AppliedConfig;

/** What notices say, and what they must never say. */
class TemplatesTest {

    private static final String WORDS = "province/son-la/notices.yaml";

    private final AppliedConfig config = PlatformFixture.projectConfig();

    @Test
    void leavesOutAPartWhoseValueIsNotKnown() {
        String template = "Hồ sơ {maHoSo} đã được tiếp nhận[, hẹn trả {ngayHenTra}].[ Tra cứu: {linkTraCuu}]";
        assertThat(Templates.filled(template, Map.of("maHoSo", "A$1", "linkTraCuu", "https://x")))
                .isEqualTo("Hồ sơ A$1 đã được tiếp nhận. Tra cứu: https://x");
        assertThat(Templates.filled("Hẹn trả {ngayHenTra}", Map.of())).isNull();
    }

    @Test
    void acceptsTheWordsOfThisRepository() {
        assertThatCode(() -> new NoticeConfigCheck().check(config.current())).doesNotThrowAnyException();
        assertThat(config.paths("province/").stream().filter(path -> path.endsWith("/notices.yaml")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{tenNguoiNop}",
                "{soGiayTo}",
                "{tenThuTuc}",
                "{lyDoTuChoi}",
                "{trichYeuHoSo}",
                "số 038090000001",
                "gọi 0900000001",
                "người bệnh HIV",
                "xác nhận án tích",
                "Sở Y tế thông báo",
                "Bà Lò Thị Mẫu"
            })
    void refusesAProposalThatTellsTooMuch(String words) {
        Map<String, String> files = new TreeMap<>(config.current().files());
        files.put(WORDS, config.text(WORDS).replaceFirst("đang chờ tiếp nhận", words.replace("$", "")));
        AppliedConfig proposal = PlatformFixture.config(files);
        assertThatThrownBy(() -> new NoticeConfigCheck().check(proposal.current()))
                .hasMessageContaining(WORDS);
    }
}
