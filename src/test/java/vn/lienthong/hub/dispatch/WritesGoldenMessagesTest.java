package vn.lienthong.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.dispatch.words.Unsayable;
import vn.lienthong.hub.dispatch.words.Words;
import vn.lienthong.hub.platform.PlatformFixture;

/**
 * What each system is handed of one dossier, in its own words: {@code <system>/<KIND>.<ext>}. {@code
 * -Dlienthong.golden=write} writes what the code makes now; read the difference before you keep it.
 */
class WritesGoldenMessagesTest {

    private static final Path FOLDER = Path.of("src/test/resources/dispatch");
    private static final boolean WRITE = "write".equals(System.getProperty("lienthong.golden"));
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    record Pair(String system, Kind kind) {}

    static Stream<Pair> pairs() {
        return Stream.of("home-affairs", "land", "finance", "school-enrolment", "document-axis", "household-business")
                .flatMap(system -> Stream.of(Kind.values())
                        .filter(kind -> words(system).has(kind.name()))
                        .map(kind -> new Pair(system, kind)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void writesOfADossierWhatItsPairSays(Pair pair) throws Exception {
        Words words = words(pair.system());
        boolean xml = words.contentType().contains("xml");
        byte[] written = words.write(pair.kind().name(), facts(pair.kind()));
        String text = xml
                ? new String(written, StandardCharsets.UTF_8) + "\n"
                : JSON.writeValueAsString(JSON.readTree(written)) + "\n";
        Path expected = FOLDER.resolve(pair.system()).resolve(pair.kind() + (xml ? ".xml" : ".json"));
        if (WRITE) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
        if (xml) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        }
    }

    @Test
    void leavesNothingUnsaidThatNoListKnows() throws IOException {
        ObjectNode facts = (ObjectNode) facts(Kind.NEW);
        ((ObjectNode) facts.path("applicant")).put("subjectType", "MARTIAN");

        assertThatThrownBy(() -> words("home-affairs").write("NEW", facts))
                .isInstanceOf(Unsayable.class)
                .hasMessageContaining("applicant.subjectType MARTIAN")
                .hasMessageContaining("kindOfApplicant");
        assertThatThrownBy(() -> words("household-business").write("PAYMENT", facts))
                .isInstanceOf(Unsayable.class)
                .hasMessageContaining("PAYMENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{messages: {NEW: {a: '{code|moon}'}}}",
                "{contentType: text/xml, messages: {NEW: {a: '1', b: '2'}}}",
                "{messages: {SUPPLEMENT: {a: '1'}}}",
                "{url: 'ftp://x', messages: {NEW: {a: '1'}}}"
            })
    void refusesWordsThatCouldNeverBeWritten(String section) {
        JsonNode settings = YAML.readTree("dispatch: " + section);

        assertThatThrownBy(() -> SystemTerms.of(settings)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesNoMarkupOfADossierAsMarkup() {
        Words words = Words.read(YAML.readTree("{contentType: text/xml, messages: {NEW: {a: '{summary}'}}}"));
        JsonNode facts = JSON.valueToTree(Map.of("summary", "<b>\"&\u0001</b>"));

        assertThat(new String(words.write("NEW", facts), StandardCharsets.UTF_8))
                .endsWith("<a>&#60;b&#62;&#34;&#38;&#60;/b&#62;</a>");
    }

    private static Words words(String system) {
        return SystemTerms.of(CatalogFixture.senderSettings("son-la")
                        .of(PlatformFixture.projectConfig().current(), system))
                .orElseThrow()
                .words();
    }

    private static JsonNode facts(Kind kind) throws IOException {
        ObjectNode facts = (ObjectNode) JSON.readTree(Files.readString(FOLDER.resolve("dossier.json")));
        return facts.put("kind", kind.name());
    }
}
