package vn.lienthong.hub.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.catalog.procedure.NationalProcedures;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** Each file of {@code catalog/imports/flawed} says in its first lines what it is told: line, path, value, rule. */
class YamlImportsTest {

    private static final Path FOLDER = Path.of("src/test/resources/catalog/imports/flawed");
    private static final String KIND = "# kind: ";
    private static final String EXPECTS = "# expects: ";

    private static final ObjectProvider<NationalProcedures> NOBODY =
            new StaticListableBeanFactory().getBeanProvider(NationalProcedures.class);

    private final ConfigBundle project = PlatformFixture.projectConfig().current();

    @ParameterizedTest
    @MethodSource("files")
    void namesLinePathAndValueOfEveryFlawAndChangesNothing(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Draft draft = draft("son-la", lines.getFirst().substring(KIND.length()), Files.readAllBytes(file));

        assertThat(draft.flaws().stream().map(YamlImportsTest::told))
                .containsExactlyInAnyOrderElementsOf(lines.stream()
                        .filter(line -> line.startsWith(EXPECTS))
                        .map(line -> line.substring(EXPECTS.length()))
                        .toList());
        assertThat(draft.flaws()).isNotEmpty();
        assertThat(draft.added()).isEmpty();
        assertThat(draft.changed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"son-la,PROCEDURES", "son-la,AGENCIES", "thanh-hoa,PROCEDURES", "thanh-hoa,AGENCIES"})
    void takesTheFilesOfTheProvincesAsTheyAre(String province, String kind) {
        String path = "province/" + province + "/" + (kind.equals("AGENCIES") ? "agencies" : "procedures") + ".yaml";
        Draft draft = draft(province, kind, project.text(path).getBytes(StandardCharsets.UTF_8));
        assertThat(draft.flaws()).isEmpty();
        assertThat(draft.rows()).isPositive();
        assertThat(draft.changed()).isEmpty();
    }

    @Test
    void namesTheFileAsTheSourceOfAVersionThatNamesNone() {
        Draft draft = draft(
                "son-la",
                "PROCEDURES",
                "procedures: [{code: \"1.200001\", versions: [{version: 1, from: 2026-01-01}]}]"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(draft.flaws()).isEmpty();
        assertThat(draft.added()).containsExactly("1.200001");
        assertThat(draft.after().toString()).contains("import of upload.yaml");
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(FOLDER)) {
            return found.sorted().toList().stream();
        }
    }

    private Draft draft(String province, String kind, byte[] body) {
        CatalogFixture catalog = CatalogFixture.of(PlatformFixture.projectConfig(), province);
        Drafts drafts = new Drafts(catalog.agencies(), catalog.province(), NOBODY, Clock.systemUTC());
        Upload upload = new Upload(Upload.Kind.valueOf(kind), Upload.Format.YAML, "upload.yaml", body);
        return drafts.of(upload, project);
    }

    private static String told(Flaw flaw) {
        return flaw.row() + " " + told(flaw.reason().field()) + " "
                + told(flaw.reason().value()) + " " + flaw.reason().rule();
    }

    private static String told(@Nullable String text) {
        return Objects.requireNonNullElse(text, "-");
    }
}
