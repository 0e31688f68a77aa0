package vn.lienthong.hub.intake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.dossier.Dossiers;

/** A hub that scans: nothing is taken unscanned, whether the scanner is there or away. */
class VirusScanTest {

    private static final Path PUSH = Path.of("src/test/resources/departments/finance/new-dossier.push.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static ScannerStandIn scanner;
    private static RunningHub hub;

    static class Scanning {

        @Bean
        @Primary
        VirusScan scan() {
            return new Clamd("127.0.0.1", scanner.port(), Duration.ofSeconds(10));
        }
    }

    @BeforeAll
    static void start() {
        scanner = ScannerStandIn.start(50_000_000);
        hub = RunningHub.start(Scanning.class);
    }

    @AfterAll
    static void stop() {
        hub.close();
        scanner.close();
    }

    @Test
    void refusesAFileInWhichTheScannerFindsSomething() throws IOException {
        JsonNode ended = hub.as("finance").pushes("finance", push("H52.18-260824-0201", ScannerStandIn.EICAR));

        assertThat(ended.toString()).contains("REFUSED", "attachment-infected", "Eicar-Test-Signature");
        assertThat(hub.bean(Dossiers.class).byCode("H52.18-260824-0201")).isEmpty();
    }

    @Test
    void holdsWhatItCannotScanUntilTheScannerIsBack() throws IOException {
        int before = scanner.scanned();
        scanner.goesAway();
        String code = "H52.18-260824-0202";
        String receipt = hub.as("finance")
                .posts("/api/v1/senders/finance/submissions", push(code, "clean"))
                .is(202)
                .json()
                .path("receipt")
                .asString();

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> !outcome(receipt).contains("ENDED"));
        assertThat(hub.bean(Dossiers.class).byCode(code)).isEmpty();
        assertThat(hub.anonymous().gets("/actuator/health").text()).contains("DEGRADED");

        scanner.back();
        await().atMost(Duration.ofMinutes(1)).until(() -> outcome(receipt).contains("REGISTERED"));
        assertThat(hub.bean(Dossiers.class).byCode(code)).isPresent();
        assertThat(scanner.scanned()).isGreaterThan(before);
    }

    private static String outcome(String receipt) {
        return hub.as("finance").gets("/api/v1/submissions/" + receipt).text();
    }

    private static String push(String code, String comment) throws IOException {
        ObjectNode record = (ObjectNode) JSON.readTree(Files.readString(PUSH));
        record.put("code", code);
        String pdf = "%PDF-1.4\n% " + comment + "\ntrailer<</Root<</Pages<</Kids[]>>>>>>\n%%EOF\n";
        ObjectNode file =
                (ObjectNode) record.path("components").get(0).path("files").get(0);
        file.put("content", Base64.getEncoder().encodeToString(pdf.getBytes(StandardCharsets.US_ASCII)));
        return record.toString();
    }
}
