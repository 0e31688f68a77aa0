package vn.lienthong.hub.platform.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The phrase tables of the reference, each with the replies it must read. */
class ReplyRowsTest {

    private static final Path TABLES = Path.of("src/test/resources/callbacks");

    static List<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        try (var files = Files.list(TABLES)) {
            for (Path file : files.sorted().toList()) {
                JsonNode table = YAMLMapper.shared().readTree(Files.readString(file));
                ReplyRows rows = ReplyRows.read(reply(table));
                table.path("cases")
                        .forEach(one -> cases.add(Arguments.of(
                                file.getFileName() + " " + one.path("body").asString(), rows, one)));
            }
        }
        return cases;
    }

    /** Where a format ships, its own table. */
    private static JsonNode reply(JsonNode table) throws IOException {
        if (!table.has("format")) {
            return table.path("reply");
        }
        Path format = Path.of("config/formats", table.path("format").asString() + ".yaml");
        return YAMLMapper.shared().readTree(Files.readString(format)).at("/callBack/reply");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsWhatASenderReplies(String name, ReplyRows rows, JsonNode reply) {
        assertThat(rows.judge(reply.path("http").asInt(0), reply.path("body").asString())
                        .verdict())
                .isEqualTo(Verdict.valueOf(reply.path("is").asString()));
    }
}
