package vn.lienthong.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    Path data;

    @Test
    void worksWithoutAnyOption() throws Exception {
        StandInOptions options = options(Map.of());

        assertThat(options.port()).isZero();
        assertThat(options.username()).isEqualTo("lienthong");
        assertThat(options.sessionLife()).isEqualTo(Duration.ofMinutes(15));
        assertThat(options.mocks()).isEqualTo(Path.of("mocks/national"));
        assertThat(options.adminToken()).isNull();
        assertThat(options.strict()).isTrue();
    }

    @Test
    void makesPasswordOnceForItsOwnerOnly() throws Exception {
        String password = options(Map.of()).password();

        assertThat(password).hasSize(32).isEqualTo(options(Map.of()).password());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void takesSettingsFromEnvironment() throws Exception {
        StandInOptions options = options(Map.of(
                "LIENTHONG_NATIONAL_PASSWORD", "p",
                "LIENTHONG_NATIONAL_USERNAME", "u",
                "LIENTHONG_NATIONAL_SESSION_MINUTES", "1",
                "LIENTHONG_NATIONAL_DSTCODE", "d"));

        assertThat(options.password()).isEqualTo("p");
        assertThat(options.username()).isEqualTo("u");
        assertThat(options.sessionLife()).isEqualTo(Duration.ofMinutes(1));
        assertThat(options.dstcode()).isEqualTo("d");
    }

    @Test
    void prefersOptionsToEnvironment() throws Exception {
        Path file = Files.writeString(data.resolve("secret"), "from-file\n");
        String path = file.toString();

        StandInOptions options = options(
                Map.of("LIENTHONG_NATIONAL_PASSWORD", "p", "LIENTHONG_NATIONAL_USERNAME", "u"),
                "--password-file",
                path,
                "--username",
                "v",
                "--admin-token-file",
                path,
                "--lenient",
                "--port",
                "1");

        assertThat(options.password()).isEqualTo("from-file");
        assertThat(options.username()).isEqualTo("v");
        assertThat(options.adminToken()).isEqualTo("from-file");
        assertThat(options.strict()).isFalse();
        assertThat(options.port()).isEqualTo(1);
    }

    @Test
    void refusesUnknownOptionWithUsage() {
        assertThatThrownBy(() -> options(Map.of(), "--prot", "1")).hasMessageContaining("--prot", "usage");
        assertThatThrownBy(() -> options(Map.of(), "--port")).hasMessageContaining("usage");
    }

    private StandInOptions options(Map<String, String> environment, String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of("--data", data.toString()));
        all.addAll(List.of(args));
        return new CommandLine(all, environment).options();
    }
}
