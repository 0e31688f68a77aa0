package vn.lienthong.hub.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.Channel;
import vn.lienthong.hub.catalog.procedure.NationalProcedures.Published;

class PublishedProceduresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 24);

    private final ObjectNode file = (ObjectNode) YAMLMapper.shared().readTree("""
            procedures:
              - code: "1.004889"
                versions:
                  - {version: 1, from: "2016-04-01", limitKnown: false, responsible: son-la.education, provisional: true, source: test}
            """);

    @Test
    void beginsAVersionTodayWhereTheNationalDatabaseSaysMore() {
        take(published(13));
        JsonNode versions = file.at("/procedures/0/versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.at("/0/until").asString()).isEqualTo("2026-08-24");
        assertThat(versions.at("/1/version").asInt()).isEqualTo(2);
        assertThat(versions.at("/1/limit/amount").asInt()).isEqualTo(13);
        assertThat(versions.at("/1/limitKnown").asBoolean()).isTrue();
        assertThat(versions.at("/1/responsible").asString()).isEqualTo("son-la.education");
        assertThat(versions.at("/1/provisional").asBoolean(true)).isFalse();
    }

    @Test
    void changesNothingWhenItIsToldTheSameAgain() {
        take(published(13));
        ObjectNode once = file.deepCopy();
        take(published(13));
        assertThat(file).isEqualTo(once);
    }

    private void take(Published published) {
        new PublishedProcedures(TODAY).into(file, List.of(published));
    }

    private static Published published(int days) {
        return new Published(
                "1.004889",
                "Công nhận bằng tốt nghiệp",
                "G03-GD10",
                "Văn bằng, chứng chỉ",
                Map.of(Channel.ONLINE, TimeLimit.workingDays(days)),
                List.of(),
                List.of());
    }
}
