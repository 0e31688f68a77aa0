package vn.lienthong.hub.intake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.platform.content.ContentUnavailableException;

/** The protocol of clamd, spoken to a stand-in, and to the real one where Debian's clamav-daemon is installed. */
class ClamdTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] INFECTED = bytes("%PDF-1.4\n" + ScannerStandIn.EICAR + "\n%%EOF\n");
    private static final byte[] LARGE = new byte[3_000_000];

    @Test
    void findsWhatTheScannerFindsAndNothingElse() throws IOException {
        try (ScannerStandIn scanner = ScannerStandIn.start(10_000_000)) {
            Clamd clamd = new Clamd("127.0.0.1", scanner.port(), PATIENCE);
            assertThat(clamd.finding(content(INFECTED))).contains("Eicar-Test-Signature");
            assertThat(clamd.finding(content(LARGE))).isEmpty();
            assertThat(clamd.finding(content(new byte[0]))).isEmpty();
            assertThat(clamd.version()).startsWith("ClamAV ");
        }
    }

    @Test
    void takesAScannerThatIsAwayForAnOutageThatPasses() {
        ScannerStandIn scanner = ScannerStandIn.start(1_000_000);
        Clamd clamd = new Clamd("127.0.0.1", scanner.port(), PATIENCE);
        scanner.close();
        assertThatThrownBy(() -> clamd.finding(content(INFECTED)))
                .isInstanceOf(ContentUnavailableException.class)
                .satisfies(away ->
                        assertThat(ContentUnavailableException.passes(away)).isTrue());
    }

    @Test
    void takesAScannerThatSaysNothingForAnOutage() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            Clamd clamd = new Clamd("127.0.0.1", silent.getLocalPort(), Duration.ofMillis(200));
            assertThatThrownBy(() -> clamd.finding(content(INFECTED))).isInstanceOf(ContentUnavailableException.class);
        }
    }

    @Test
    void takesAFileThatTheScannerRefusesToScanForNoOutage() {
        try (ScannerStandIn scanner = ScannerStandIn.start(1_000)) {
            Clamd clamd = new Clamd("127.0.0.1", scanner.port(), PATIENCE);
            assertThatThrownBy(() -> clamd.finding(content(LARGE)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("clamd");
        }
    }

    @Test
    void findsTheSameWithTheRealDaemon(@TempDir Path folder) throws Exception {
        Path daemon = Stream.of("/usr/sbin/clamd", "/usr/bin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("/no/clamd"));
        assumeThat(daemon).exists();
        int port = freePort();
        Process process = start(daemon, folder, port);
        try {
            Clamd clamd = new Clamd("127.0.0.1", port, PATIENCE);
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> clamd.version().startsWith("ClamAV"));
            assertThat(clamd.finding(content(bytes(ScannerStandIn.EICAR)))).isPresent();
            assertThat(clamd.finding(content(bytes("%PDF-1.4\n%%EOF\n")))).isEmpty();
            assertThatThrownBy(() -> clamd.finding(content(LARGE))).isInstanceOf(IllegalStateException.class);
        } finally {
            process.destroy();
        }
    }

    /** With a signature of our own: the daemon starts with no database of its makers. */
    private static Process start(Path daemon, Path folder, int port) throws IOException {
        Path signatures = Files.createDirectories(folder.resolve("db"));
        Files.writeString(
                signatures.resolve("test.ndb"),
                "Eicar-Test-Signature:0:*:" + HexFormat.of().formatHex(bytes(ScannerStandIn.EICAR)) + "\n");
        Path config = folder.resolve("clamd.conf");
        Files.write(
                config,
                List.of(
                        "TCPSocket " + port,
                        "TCPAddr 127.0.0.1",
                        "DatabaseDirectory " + signatures,
                        "Foreground yes",
                        "StreamMaxLength 2M",
                        "LogFile " + folder.resolve("clamd.log")));
        return new ProcessBuilder(daemon.toString(), "--config-file=" + config)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.out").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static Offered.Content content(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
