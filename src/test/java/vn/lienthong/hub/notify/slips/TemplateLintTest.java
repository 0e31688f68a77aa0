package vn.lienthong.hub.notify.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.config.AppliedConfig;

/** No template names an agency, a place or a person. */
class TemplateLintTest {

    private final AppliedConfig config = PlatformFixture.projectConfig();
    private final TemplateLint lint = TemplateLint.knowing(config.paths("province/").stream()
            .filter(path -> path.endsWith("/agencies.yaml"))
            .map(config::text));

    @Test
    void findsNoNameInTheTemplatesOfThisRepository() throws IOException {
        List<Path> templates = templates();
        assertThat(templates).hasSizeGreaterThanOrEqualTo(8);
        for (Path template : templates) {
            assertThat(lint.literals(Files.readString(template)))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Sở Nội vụ tỉnh Sơn La</p>",
                "<p>SỞ NỘI VỤ</p>",
                "<p>Thanh Hóa, ngày</p>",
                "<p>Sở Ngoại vụ</p>",
                "<p>xã Chiềng Mai</p>",
                "<p>Bà Lò Thị Mẫu</p>",
                "<p>S\u01a1\u0309 N\u00f4\u0323i vu\u0323</p>"
            })
    void findsALiteralName(String template) {
        assertThat(lint.literals(template)).isNotEmpty();
    }

    @Test
    void refusesAConfigurationWhoseTemplateNamesAnAgency() {
        AppliedConfig proposal = PlatformFixture.config(Map.of(
                "province/p/agencies.yaml",
                config.text("province/son-la/agencies.yaml"),
                "province/p/slips/03.html",
                "<html><body><p>Sở Nội vụ từ chối</p></body></html>"));
        assertThatThrownBy(() -> new SlipConfigCheck().check(proposal.current()))
                .hasMessageContaining("province/p/slips/03.html")
                .hasMessageContaining("sở nội vụ");
    }

    @Test
    void printsAProvincesOwnTemplateInsteadOfOurs() {
        AppliedConfig own = PlatformFixture.config(Map.of("province/p/slips/03.html", "<p th:text=\"${x}\">x</p>"));
        assertThat(new SlipTemplates(own, "p").page("03", Map.of("x", "của tỉnh")))
                .isEqualTo("<p>của tỉnh</p>");
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> ours = Files.walk(Path.of("src/main/resources/slips"));
                Stream<Path> provinces = Files.walk(Path.of("config/province"))) {
            return Stream.concat(ours, provinces)
                    .filter(path -> path.toString().endsWith(".html"))
                    .toList();
        }
    }
}
