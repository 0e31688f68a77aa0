package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** What a dry run says of a sample, and that it leaves nothing behind; and a failed record read again today. */
@ExtendWith(OneHub.class)
class RehearsalTest {

    private static final String PATH = "/api/v1/mappings/land/dry-run";
    private static final Path SAMPLES = Path.of("src/test/resources/departments/land");
    private static final String FORMAT = "?file=formats/land.yaml";
    private static final Path FILE = Path.of("config/formats/land.yaml");

    private final RunningHub hub;
    private final HubClient land;
    private final HubClient operator;

    RehearsalTest(RunningHub hub) {
        this.hub = hub;
        this.land = hub.as("land");
        this.operator = hub.as("operator");
    }

    @Test
    void saysWhatADossierWouldBeAndWhatThePortalWouldBeToldMasked() throws IOException {
        JsonNode one = tried("new-dossier.push.json");

        assertThat(one.path("outcome").asString()).isEqualTo("REGISTERED");
        String code = one.path("dossier").path("code").asString();
        assertThat(code).isNotBlank();
        JsonNode told = one.path("neighbours").path(0);
        assertThat(told.path("neighbour").asString()).isEqualTo("national");
        assertThat(told.path("record").path("MaHoSo").asString()).isEqualTo(code);
        String owner = one.path("dossier").path("applicant").path("name").asString();
        assertThat(owner).isNotBlank();
        assertThat(told.toString()).doesNotContain(owner);
        assertThat(operator.gets("/api/v1/dossiers/" + code).status()).isEqualTo(404);
    }

    @Test
    void saysOfADossierThatTheRegisterWouldHoldWhatElseThePortalWouldMiss() throws IOException {
        String push =
                Files.readString(SAMPLES.resolveSibling("social-insurance").resolve("approved.push.json"));
        JsonNode told = operator.posts("/api/v1/mappings/social-insurance/dry-run", push)
                .is(200)
                .json()
                .at("/records/0/neighbours/0");

        assertThat(told.path("hold").asString()).isEqualTo("due-date-missing");
        assertThat(told.path("missing")
                        .valueStream()
                        .map(missing -> missing.path("field").asString()))
                .contains("NgayTiepNhan", "DonViXuLy");
    }

    @Test
    void namesTheLineOfEveryFieldThatIsReadAndEveryFieldThatIsNot() throws IOException {
        String push = Files.readString(SAMPLES.resolve("new-dossier.push.json"))
                .replaceFirst("\\{", "{\"NobodyReadsThis\":\"x\",");
        JsonNode coverage = operator.posts(PATH, push)
                .is(200)
                .json()
                .path("records")
                .path(0)
                .path("coverage");

        assertThat(coverage.path("unmapped")
                        .valueStream()
                        .map(field -> field.path("from").asString()))
                .contains("NobodyReadsThis");
        assertThat(coverage.path("mapped")).hasSizeGreaterThan(10);
        for (JsonNode mapped : coverage.path("mapped")) {
            String from = mapped.path("from").asString();
            assertThat(line(mapped.path("at"))).as(from).contains(from.substring(from.lastIndexOf('.') + 1));
        }
        JsonNode procedure = mapped(coverage, "procedure");
        assertThat(procedure.path("at").path("file").asString())
                .as("the file that has the last word")
                .isEqualTo("departments/land.yaml");
        assertThat(line(mapped(coverage, "code").path("at"))).contains("code:");
        assertThat(coverage.path("empty")
                        .valueStream()
                        .map(empty -> empty.path("to").asString()))
                .contains("owner.name", "refusedAt")
                .doesNotContain("code", "applicant.name");
    }

    @Test
    void pointsAtTheLineOfABrokenFieldAndOfAnUnknownWord() throws IOException {
        JsonNode broken = tried("refused-31-february.push.json");
        assertThat(broken.path("outcome").asString()).isEqualTo("REFUSED");
        JsonNode violation = broken.path("violations").path(0);
        assertThat(violation.path("at").path("file").asString()).isEqualTo("formats/land.yaml");
        String field = violation.path("reason").path("field").asString();
        assertThat(line(violation.path("at"))).contains(field.substring(field.lastIndexOf('.') + 1));

        JsonNode unknown =
                tried("parked-unknown-process.push.json").path("unknownCodes").path(0);
        assertThat(line(unknown.path("at"))).contains("list:");
        assertThat(tried("undecodable-malformed.push.json").isMissingNode()).isTrue();
    }

    @Test
    void triesAProposedFileAndSaysWhyItCannotBeUsed() throws IOException {
        String proposal = Files.readString(FILE);
        byte[] sample = Files.readAllBytes(SAMPLES.resolve("new-dossier.push.json"));

        JsonNode report = Form.with("sample", sample, "mapping", proposal)
                .to(operator, PATH + FORMAT)
                .is(200)
                .json();
        assertThat(report.path("mapping").path("since").asLong()).isZero();
        assertThat(report.path("records").path(0).path("outcome").asString()).isEqualTo("REGISTERED");

        String wrong = proposal.replaceFirst("as: dossier-code", "as: no-such-rule");
        var refused = Form.with("sample", sample, "mapping", wrong).to(operator, PATH + FORMAT);
        assertThat(refused.is(422).text()).contains("no-such-rule");
        Form.with("sample", sample, "mapping", "mapping: formats/land.yaml\n")
                .to(operator, "/api/v1/mappings/not-there-yet/dry-run")
                .is(200);
    }

    @Test
    void isReadableInATerminal() throws IOException {
        String push = Files.readString(SAMPLES.resolve("new-dossier.push.json"));
        String text = operator.posts(PATH, push, "text/plain").is(200).text();

        assertThat(text).contains("Bản ghi 1: REGISTERED", "SoBienNhan -> code, agency  <- config/formats/land.yaml:");
    }

    @Test
    void letsASenderTryItsOwnMappingOnly() throws IOException {
        String push = Files.readString(SAMPLES.resolve("new-dossier.push.json"));

        land.posts(PATH, push).is(200);
        hub.as("home-affairs").posts(PATH, push).is(403);
        hub.anonymous().posts(PATH, push).is(401);
        operator.posts("/api/v1/mappings/nobody/dry-run", push).is(404);
    }

    @Test
    void readsAFailedRecordAgainTodayWithoutReplayingIt() {
        String receipt = land.posts("/api/v1/senders/land/submissions", """
                        {"SoBienNhan":"000.00.15.H52-260824-8999","NgayTiepNhan":"24/08/2026 09:15:00",
                         "NgayHenTra":"14/09/2026 09:15:00",
                         "ThongTinNguoiNopDon":{"HoTen":"TRẦN VĂN THỬ","SoChungMinh":"014090000001"},
                         "ThongTinQuyTrinh":{"MaQuyTrinh":"QT-99","TenQuyTrinh":"Không rõ"}}
                        """)
                .is(202)
                .json()
                .path("receipt")
                .asString();
        String one = "/api/v1/failures/" + receipt + "/1";
        await().atMost(Duration.ofSeconds(30)).until(() -> operator.gets(one).status() == 200);

        JsonNode today = operator.gets(one + "/today").is(200).json();
        assertThat(today.path("then").path("state").asString()).isEqualTo("PARKED");
        assertThat(today.path("today").path("state").asString()).isEqualTo("PARKED");
        assertThat(today.path("today").path("reasons")).isNotEmpty();
        assertThat(today.path("mappingChanged").asBoolean()).isFalse();
        assertThat(today.toString()).doesNotContain("014090000001");
        assertThat(operator.gets(one).json().path("failure").path("replays").asInt())
                .isZero();
        hub.as("home-affairs").gets(one + "/today").is(404);
    }

    private static JsonNode mapped(JsonNode coverage, String name) {
        return coverage.path("mapped")
                .valueStream()
                .filter(mapped -> mapped.path("to").path(0).asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String line(JsonNode at) throws IOException {
        Path file = Path.of("config").resolve(at.path("file").asString());
        return Files.readAllLines(file).get(at.path("line").asInt() - 1);
    }

    private JsonNode tried(String sample) throws IOException {
        return operator.posts(PATH, Files.readString(SAMPLES.resolve(sample)))
                .is(200)
                .json()
                .path("records")
                .path(0);
    }
}
