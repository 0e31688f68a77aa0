package vn.lienthong.hub.intake.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Single values set in files as people write them. */
class YamlTextTest {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    @Test
    void addsToATableOnOneLineAndLeavesAllOtherLinesAlone() {
        String file = """
                # Sở Mẫu
                mapping: formats/land.yaml

                # theirs
                fields:
                  procedure: {from: A.B, as: code-list, list: {QT-01: "1.005129"}} # asked
                  # not ours
                  summary: {from: C, as: text}
                """;
        assertThat(YamlText.with(file, List.of("fields", "procedure", "list", "QT-71"), text("2.000477")))
                .isEqualTo(file.replace("{QT-01: \"1.005129\"}", "{QT-01: \"1.005129\", QT-71: \"2.000477\"}"));
    }

    @Test
    void addsALineToATableInLines() {
        String file = """
                status:
                  words: [A]
                  table:
                    A: ACCEPTED
                    # the last one

                note: x
                """;
        assertThat(YamlText.with(file, List.of("status", "table", "Đã trả/2"), text("DELIVERED")))
                .isEqualTo(file.replace("A: ACCEPTED\n", "A: ACCEPTED\n    \"Đã trả/2\": DELIVERED\n"));
    }

    @Test
    void beginsAPartThatTheFileDoesNotHave() {
        assertThat(YamlText.with("mapping: formats/land.yaml\n", List.of("status", "table", "X"), text("note")))
                .isEqualTo("mapping: formats/land.yaml\nstatus:\n  table:\n    X: note\n");
    }

    @Test
    void quotesWhatYamlWouldReadAsSomethingElse() {
        for (String word : List.of("1", "no", "~", "a: b", "{x}", "# y", "2026-01-01", "null", "0x1F", "1e3", "-")) {
            String after = YamlText.with("a: b\n", List.of("table", word), text(word));
            assertThat(YAML.readTree(after).path("table").path(word).stringValue(null))
                    .as(word)
                    .isEqualTo(word);
        }
    }

    @Test
    void saysTheSameOfAFileLaidOutInAnotherWay() {
        String file = "fields: {procedure: {from: A,\n  list: {x: y}}}\nother: >\n  some\n  text\n";
        JsonNode after = YAML.readTree(YamlText.with(file, List.of("fields", "procedure", "list", "z"), text("w")));
        assertThat(after.at("/fields/procedure/list/z").asString()).isEqualTo("w");
        assertThat(after.at("/fields/procedure/list/x").asString()).isEqualTo("y");
        assertThat(after.path("other")).isEqualTo(YAML.readTree(file).path("other"));
    }

    private static JsonNode text(String value) {
        return JsonMapper.shared().getNodeFactory().stringNode(value);
    }
}
