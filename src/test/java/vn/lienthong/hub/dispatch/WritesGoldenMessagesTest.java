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
import vn.lienthong.hub.platform.config.ConfigBundle;

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
    private static final Words USUAL =
            Systems.usual(PlatformFixture.projectConfig().current());

    record Pair(String system, Kind kind) {}

    static Stream<Pair> pairs() {
        return Stream.of("home-affairs", "land", "finance", "school-enrolment", "document-axis", "household-business")
                .flatMap(system -> Stream.of(Kind.values())
                        .filter(kind -> terms(system).own().has(kind.name()))
                        .map(kind -> new Pair(system, kind)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void writesOfADossierWhatItsPairSays(Pair pair) throws Exception {
        Words words = terms(pair.system()).own();
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

        assertThatThrownBy(() -> terms("home-affairs").own().write("NEW", facts))
                .isInstanceOf(Unsayable.class)
                .hasMessageContaining("applicant.subjectType MARTIAN")
                .hasMessageContaining("kindOfApplicant");
        assertThatThrownBy(() -> terms("household-business").own().write("PAYMENT", facts))
                .isInstanceOf(Unsayable.class)
                .hasMessageContaining("PAYMENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{messages: {NEW: {a: '{code|moon}'}}}",
                "{contentType: text/xml, messages: {NEW: {a: '1', b: '2'}}}",
                "{url: 'ftp://x', messages: {NEW: {a: '1'}}}"
            })
    void refusesWordsThatCouldNeverBeWritten(String section) {
        JsonNode settings = YAML.readTree("dispatch: " + section);

        assertThatThrownBy(() -> SystemTerms.of(settings, USUAL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesNoMarkupOfADossierAsMarkup() {
        Words words = Words.read(YAML.readTree("{contentType: text/xml, messages: {NEW: {a: '{summary}'}}}"));
        JsonNode facts = JSON.valueToTree(Map.of("summary", "<b>\"&\u0001</b>"));

        assertThat(new String(words.write("NEW", facts), StandardCharsets.UTF_8))
                .endsWith("<a>&#60;b&#62;&#34;&#38;&#60;/b&#62;</a>");
    }

    static Stream<Pair> everySystemAndKind() {
        ConfigBundle config = PlatformFixture.projectConfig().current();
        return CatalogFixture.senderSettings("son-la").ids(config).stream()
                .flatMap(system -> Stream.of(Kind.values()).map(kind -> new Pair(system, kind)));
    }

    @ParameterizedTest
    @MethodSource("everySystemAndKind")
    void hasWordsForEverySystemAndKindItsOwnOrTheUsualOnesToFetch(Pair pair) throws IOException {
        SystemTerms terms = terms(pair.system());
        String written = new String(
                terms.words(pair.kind()).write(pair.kind().name(), facts(pair.kind())), StandardCharsets.UTF_8);

        assertThat(written).contains("000.00.04.H52-261105-0501");
        assertThat(terms.fetches(pair.kind()))
                .isEqualTo(terms.url().isEmpty() || !terms.own().has(pair.kind().name()));
    }

    @Test
    void callsASystemOnlyWithWhatItHasWordsForAndLetsItFetchTheRest() {
        SystemTerms terms =
                SystemTerms.of(YAML.readTree("dispatch: {url: 'http://x', messages: {NEW: {a: '{code}'}}}"), USUAL);

        assertThat(terms.called()).containsExactly(Kind.NEW);
        assertThat(terms.fetched()).containsExactlyInAnyOrder(Kind.SUPPLEMENT, Kind.PAYMENT, Kind.WITHDRAWAL);
    }

    private static SystemTerms terms(String system) {
        ConfigBundle config = PlatformFixture.projectConfig().current();
        return SystemTerms.of(CatalogFixture.senderSettings("son-la").of(config, system), USUAL);
    }

    private static JsonNode facts(Kind kind) throws IOException {
        ObjectNode facts = (ObjectNode) JSON.readTree(Files.readString(FOLDER.resolve("dossier.json")));
        return facts.put("kind", kind.name());
    }
}
