package vn.lienthong.hub.quality.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.Findings.Finding;
import vn.lienthong.hub.platform.content.ContentFixture;
import vn.lienthong.hub.platform.content.ContentStore;

/** Results as they come: real PDFs with real signatures, and links that answer as links do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultLookTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    static Path folder;

    private final SignedPdf office = SignedPdf.valid();
    private final AtomicLong poured = new AtomicLong();
    private ContentStore store;
    private HttpServer files;

    @BeforeAll
    void start() throws IOException {
        store = ContentFixture.contentStore(folder.resolve("hub"));
        files = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        files.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        files.createContext("/gone", exchange -> answer(exchange, 404, 0));
        files.createContext("/broken", exchange -> answer(exchange, 502, 0));
        files.createContext("/huge", exchange -> pour(exchange, 5L << 30));
        files.createContext("/endless", exchange -> pour(exchange, 0));
        files.createContext("/stands", exchange -> exchange.getRequestBody().readAllBytes());
        files.start();
    }

    @AfterAll
    void stop() {
        files.stop(0);
    }

    @Test
    void findsNothingAboutAResultSignedByAValidCertificate() {
        assertThat(rules(office.signed(NOW), null)).isEmpty();
        assertThat(rules(office.signed(NOW), office)).isEmpty();
    }

    @Test
    void findsAResultThatNobodySigned() {
        assertThat(rules(SignedPdf.plain(), null)).containsExactly("result-unsigned");
    }

    @Test
    void findsAResultThatWasAlteredAfterItWasSigned() {
        byte[] altered = office.signed(NOW);
        altered[20] ^= 1;
        assertThat(rules(altered, null)).contains("result-signature-invalid");

        byte[] longer = java.util.Arrays.copyOf(office.signed(NOW), office.signed(NOW).length + 200);
        java.util.Arrays.fill(longer, longer.length - 200, longer.length, (byte) '\n');
        assertThat(rules(longer, null)).contains("result-changed-after-signing");
    }

    @Test
    void findsACertificateThatWasNotValidWhenItSigned() {
        SignedPdf old = SignedPdf.signer(NOW.minus(700, ChronoUnit.DAYS), NOW.minus(300, ChronoUnit.DAYS));

        assertThat(rules(old.signed(NOW), null)).containsExactly("result-certificate-expired");
        assertThat(rules(old.signed(NOW.minus(400, ChronoUnit.DAYS)), null)).isEmpty();
    }

    @Test
    void findsACertificateOfNobodyThatIsTrustedOnceSomebodyIs() {
        assertThat(rules(SignedPdf.valid().signed(NOW), office)).containsExactly("result-certificate-untrusted");
    }

    @Test
    void refusesToStartWithATrustListThatTrustsNobody() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("nobody"));
        ResultSettings settings = settings(empty.toString());

        assertThatThrownBy(() -> new Trust(settings)).hasMessageContaining("no certificate");
    }

    @Test
    void findsASubmittedPaperThatIsCalledTheResult() {
        String kept = keep(office.signed(NOW));

        assertThat(rules(look(null), """
                        {"components": [{"name": "Đơn", "files": [{"name": "don.pdf", "sha256": "%s"}]}],
                         "results": [{"name": "Quyết định", "code": "KQ.G15.000031", "files": [{"sha256": "%s"}]}]}
                        """.formatted(kept, kept))).containsExactly("result-is-a-submitted-paper");
    }

    @Test
    void findsWhatIsNoPdfAndWhatHasNoCodeOrFile() {
        String page = keep("<html>lỗi</html>".getBytes(StandardCharsets.UTF_8));

        assertThat(rules(look(null), """
                        {"results": [{"name": "A", "code": "KQ.G15.000031", "files": [{"sha256": "%s"}]},
                                     {"name": "B", "files": []}]}
                        """.formatted(page)))
                .containsExactly("result-unreadable", "result-without-code", "result-file-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "/gone, result-file-missing, HTTP 404, false",
        "/broken, result-file-unreachable, HTTP 502, true",
        "/huge, result-file-too-large, more than 1 MB, false",
        "/endless, result-file-too-large, more than 1 MB, false",
        "/stands, result-file-unreachable, ExecutionException, true"
    })
    void neverFetchesMoreThanAgreedNorWaitsLonger(String path, String rule, String detail, boolean passing) {
        poured.set(0);
        String link = "http://127.0.0.1:" + files.getAddress().getPort() + path;

        ResultLook.Seen seen = look(null).at(facts("""
                {"results": [{"name": "A", "code": "KQ.G15.000031", "files": [{"name": "kq.pdf", "link": "%s"}]}]}
                """.formatted(link)));

        assertThat(seen.findings()).containsExactly(new Finding("kq.pdf", rule, detail));
        assertThat(seen.passing()).isEqualTo(passing);
        assertThat(poured.get()).isLessThan(64L << 20);
    }

    private List<String> rules(byte[] result, @Nullable SignedPdf trusted) {
        return rules(look(trusted), """
                {"results": [{"name": "Quyết định", "code": "KQ.G15.000031", "files": [{"sha256": "%s"}]}]}
                """.formatted(keep(result)));
    }

    private static List<String> rules(ResultLook look, String facts) {
        return look.at(facts(facts)).findings().stream().map(Finding::rule).toList();
    }

    private ResultLook look(@Nullable SignedPdf trusted) {
        ResultSettings settings = settings(trusted == null ? null : trust(trusted));
        return new ResultLook(new ResultFiles(store, settings), new PdfSignatures(new Trust(settings)));
    }

    private static ResultSettings settings(@Nullable String trust) {
        return new ResultSettings(true, DataSize.ofMegabytes(1), Duration.ofSeconds(2), trust);
    }

    private static String trust(SignedPdf trusted) {
        try {
            Path list = Files.createDirectories(folder.resolve("trust"));
            Files.write(list.resolve("office.der"), trusted.certificate().getEncoded());
            return list.toString();
        } catch (IOException | java.security.cert.CertificateException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String keep(byte[] content) {
        return store.put(new ByteArrayInputStream(content)).sha256();
    }

    private static DossierFacts facts(String json) {
        return JsonMapper.shared().readValue(json, DossierFacts.class);
    }

    private static void answer(HttpExchange exchange, int status, long length) throws IOException {
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        exchange.close();
    }

    private void pour(HttpExchange exchange, long announced) throws IOException {
        exchange.sendResponseHeaders(200, announced);
        byte[] water = new byte[64 * 1024];
        try (var body = exchange.getResponseBody()) {
            while (poured.addAndGet(water.length) < 256L << 20) {
                body.write(water);
            }
        } catch (IOException givenUp) {
            exchange.close();
        }
    }
}
