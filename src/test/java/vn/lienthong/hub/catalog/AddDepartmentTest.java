package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.hub.platform.PlatformFixture;

/** {@code scripts/add-department}, run in a copy of the folders it writes to. */
class AddDepartmentTest {

    private static final String CODE = "H52.15";

    @TempDir
    private Path tree;

    @BeforeEach
    void copyTheProject() throws IOException {
        for (String folder :
                List.of("config", "routes", "mocks/departments", "scripts", "src/test/resources/departments")) {
            FileSystemUtils.copyRecursively(Path.of(folder), tree.resolve(folder));
        }
    }

    @ParameterizedTest
    @CsvSource({"opencps", "register", "land", "generic-table", "household-business"})
    void makesASenderWithItsFourPlacesFromAFormat(String format) throws Exception {
        var run = run("tree-nursery", "Vườn ươm tỉnh Sơn La", CODE, "--format", format);

        assertThat(run.status()).as(run.text()).isZero();
        assertThat(run.text()).contains("scripts/try-mapping tree-nursery");
        var sender = CatalogFixture.of(PlatformFixture.config(files()), "son-la")
                .senders()
                .find("tree-nursery")
                .orElseThrow();
        assertThat(sender.name()).isEqualTo("Vườn ươm tỉnh Sơn La");
        assertThat(sender.agencyCode()).isEqualTo(CODE);
        assertThat(tree.resolve("routes/departments/tree-nursery.camel.yaml"))
                .content()
                .contains("receive-tree-nursery", "register-tree-nursery", "value: tree-nursery");
        assertThat(named("src/test/resources/departments/tree-nursery"))
                .anyMatch(name -> name.startsWith("new-"))
                .anyMatch(name -> name.startsWith("refused-"));
        assertThat(named("mocks/departments/tree-nursery/story")).anyMatch(name -> name.endsWith(".yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "land, H52.15, opencps, is a sender of son-la already",
        "foreign-affairs, H52.15, generic, has its files already",
        "tree-nursery, H52.999, opencps, has the code H52.999",
        "tree-nursery, H52, no-such-format, no format no-such-format",
        "Tree_Nursery, H52.15, opencps, small letters"
    })
    void refusesWhatIsThereOrUnknownAndWritesNothing(String id, String code, String format, String why)
            throws Exception {
        Map<String, String> before = files();

        var run = run(id, "Vườn ươm tỉnh Sơn La", code, "--format", format);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.text()).contains(why);
        assertThat(files()).isEqualTo(before);
        assertThat(tree.resolve("routes/departments/tree-nursery.camel.yaml")).doesNotExist();
    }

    @Test
    void refusesTheSameTwice() throws Exception {
        assertThat(run("tree-nursery", "Vườn ươm", CODE, "--format", "opencps").status())
                .isZero();
        assertThat(run("tree-nursery", "Vườn ươm", CODE, "--format", "opencps").status())
                .isEqualTo(1);
    }

    private record Run(int status, String text) {}

    private Run run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "scripts/add-department"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(tree.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), text);
    }

    private List<String> named(String folder) throws IOException {
        try (Stream<Path> files = Files.list(tree.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Map<String, String> files() throws IOException {
        Path config = tree.resolve("config");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(config)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(config.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
