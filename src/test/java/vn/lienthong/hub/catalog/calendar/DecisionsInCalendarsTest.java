package vn.lienthong.hub.catalog.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a working calendar rests on is shown on screen as its file says it. */
class DecisionsInCalendarsTest {

    @ParameterizedTest
    @ValueSource(strings = {"son-la", "thanh-hoa"})
    void areSaidInVietnamese(String province) throws IOException {
        Path file = Path.of("config/province", province, "calendar.yaml");
        List<String> decisions =
                YAMLMapper.builder().build().readTree(Files.readString(file)).findValues("decision").stream()
                        .map(JsonNode::asString)
                        .distinct()
                        .toList();
        assertThat(decisions)
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(decision)
                        .matches("(?iu).*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữự].*")
                        .doesNotContainPattern("\\b(the|year|to be)\\b"));
    }
}
