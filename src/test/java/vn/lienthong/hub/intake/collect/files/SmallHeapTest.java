package vn.lienthong.hub.intake.collect.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.intake.collect.Section;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.infra.OwnProcesses;

/** A register of 50,000 rows passes from the file server to the content store through a heap a third of its size. */
@OwnProcesses
class SmallHeapTest {

    private static final int ROWS = 50_000;

    @TempDir
    private Path folder;

    @Test
    void streamsALargeFileInConstantMemory() throws Exception {
        Path served = Files.createDirectory(folder.resolve("served"));
        Path file = served.resolve("so.csv");
        write(file);
        assertThat(Files.size(file)).isGreaterThan(120_000_000);
        try (var server = new SftpFolder(served)) {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx40m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SmallHeapTest.class.getName(),
                            Integer.toString(server.port()),
                            server.fingerprint(),
                            folder.resolve("data").toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).endsWith("kept " + Files.size(file));
        }
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(file)) {
            for (int row = 0; row < ROWS; row++) {
                rows.write(String.format(Locale.ROOT, "%06d,%s%n", row, "x".repeat(2_500)));
            }
        }
    }

    public static void main(String[] args) throws Exception {
        String section = "{host: 127.0.0.1, port: %s, hostKey: '%s'}".formatted(args[0], args[1]);
        FileRules rules =
                FileRules.read(new Section("collect", YAMLMapper.shared().readTree(section)));
        Path data = Files.createDirectories(Path.of(args[2]));
        try (var server = SftpServer.open(rules, SftpFolder.USER, SftpFolder.PASSWORD);
                var content = server.read(".", "so.csv")) {
            ContentRef kept = PlatformFixture.contentStore(data).put(content);
            System.out.print("kept " + kept.size());
        }
        System.exit(0);
    }
}
