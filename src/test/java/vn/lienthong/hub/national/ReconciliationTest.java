package vn.lienthong.hub.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient.Answer;
import vn.lienthong.infra.BesideOthers;

/** The register beside the portal and a sender: what differs is found with its cause and mended by one call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class ReconciliationTest {

    private static final String RUNS = "/api/v1/reconciliations";
    private static final String OPERATOR = "operator";
    private static final String SENDER = "home-affairs";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String NDJSON = "application/x-ndjson";

    private final NationalPages hub = new NationalPages();

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void findsWhatThePortalLostAndTellsItAgain() {
        UUID lost = hub.register().dossier("LOST-1", 1, 2, 4);
        settled(lost);
        hub.portal().forgetsEverything();
        settled(hub.register().dossier("LOST-2", 1, 2));
        aged();
        String run = run(portal(CSV, "MaHoSo,TrangThaiHoSo\nLOST-2,2\nLOST-9,4\n"), "LOST-");

        JsonNode gone = difference(run, "LOST-1");
        assertThat(told(gone)).isEqualTo("ONLY_HERE ACKNOWLEDGED_NOT_THERE hub");
        assertThat(told(difference(run, "LOST-9"))).isEqualTo("ONLY_THERE NEVER_ARRIVED hub");
        assertThat(counts(run).at("/numbers/agree").asInt()).isEqualTo(1);

        JsonNode ordered = repair(run, gone, "RESEND").is(200).json();
        assertThat(ordered.at("/repaired/outcome").asString()).isEqualTo("queued");
        assertThat(repair(run, gone, "RESEND").is(200).json().at("/repaired/at"))
                .isEqualTo(ordered.at("/repaired/at"));
        await().atMost(SyncRig.patience())
                .until(() -> shown(run, gone).path("effect").asString().equals("acknowledged by the portal"));
        assertThat(hub.portal().steps("LOST-1")).containsExactly(1, 2, 4);
        assertThat(hub.audited("difference.repair"))
                .filteredOn(entry -> entry.contains("LOST-1"))
                .singleElement()
                .asString()
                .contains("RESEND");
        settled(lost);
        String again = run(lookUps(50), "LOST-");
        assertThat(differences(again)).isEmpty();
    }

    /** Every kind of difference against both sides at once, from each of the three forms of a list. */
    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX, NDJSON})
    void findsEveryKindOfDifferenceInEveryForm(String type) throws IOException {
        String area = "KIND" + type.length() + "-";
        for (String name : new String[] {"same", "status", "date", "agency", "sender", "twice"}) {
            settled(hub.register().dossier(area + name, 1, 2, 4));
        }
        hub.jdbc()
                .sql(
                        "insert into hub.aliases (kind, code, scope, dossier_id) select 'NATIONAL', ?, '', id from hub.dossiers where code = ?")
                .params("G09." + area, area + "same")
                .update();
        aged();
        String[][] portal = {
            {"MaHoSo", "TrangThaiHoSo", "NgayTiepNhan", "DonViXuLy"},
            {"G09." + area, "4", "20260824091500", "000.00.14.H52"},
            {area + "status", "2", "24/08/2026", "000.00.14.H52"},
            {area + "date", "4", "25/08/2026", ""},
            {area + "agency", "4", "20260824091500", "UBND tỉnh"},
            {area + "sender", "", "", "Cơ quan không ai biết"},
            {area + "twice", "4", "", ""},
            {area + "twice", "9", "", ""},
        };
        String[][] sender = {
            {"Mã hồ sơ", "Trạng thái"},
            {area + "same", "Đang xử lý"},
            {area + "status", "Đang xử lý"},
            {area + "date", "Đang xử lý"},
            {area + "agency", "Đã xử lý xong"},
            {area + "sender", "Được tiếp nhận"},
        };
        String portalList = list("PORTAL", "", type, written(type, portal));
        String senderList = list("SENDER", SENDER, type, written(type, sender));

        String run = run("\"portalList\":\"%s\",\"senderList\":\"%s\"".formatted(portalList, senderList), area);

        Map<String, String> found = new TreeMap<>();
        differences(run)
                .forEach(one -> found.merge(
                        one.path("code").asString().replace(area, "") + " "
                                + one.path("against").asString(),
                        one.path("kind").asString() + " " + one.path("cause").asString(),
                        (first, second) -> first + ", " + second));
        assertThat(found)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "status PORTAL", "STATUS_DIFFERS ACKNOWLEDGED_NOT_THERE",
                        "date PORTAL", "DATE_DIFFERS CHANGED_THERE",
                        "agency PORTAL", "AGENCY_DIFFERS CHANGED_THERE",
                        "twice PORTAL", "LISTED_TWICE KEPT_TWICE",
                        "agency SENDER", "STATUS_DIFFERS NOT_TOLD",
                        "sender SENDER", "STATUS_DIFFERS SENDER_BEHIND",
                        "twice SENDER", "ONLY_HERE UNKNOWN_TO_SENDER"));
        assertThat(counts(run).at("/notComparable/PORTAL.agency").asInt()).isEqualTo(3);
        assertThat(counts(run).at("/notComparable/SENDER.receivedAt").asInt()).isEqualTo(5);
    }

    @Test
    void leavesOutWhatChangedALittleWhileAgo() {
        settled(hub.register().dossier("MOVES-1", 1, 2));
        String run = run(portal(CSV, "MaHoSo,TrangThaiHoSo\nMOVES-1,1\n"), "MOVES-");

        assertThat(differences(run)).isEmpty();
        assertThat(counts(run).at("/numbers/inTransit").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatTheLedgerHoldsBackAndWhatTheRecordsDo() throws IOException {
        UUID blocked = hub.register()
                .dossier("CAUSE-1", "{\"summary\":\"Hồ sơ mẫu\",\"applicant\":{\"name\":\"TRẦN VĂN THỬ\"}}", 2);
        await().atMost(SyncRig.patience()).until(() -> state(blocked).equals("BLOCKED"));
        String push = Files.readString(Path.of("src/test/resources/departments/home-affairs/new-dossier.push.json"));
        hub.as(SENDER)
                .pushes(
                        SENDER,
                        push.replace("000.00.14.H52-260824-0002", "CAUSE-2").replace("1.004889", "9.999999"));
        aged();
        String run = run(portal(CSV, "MaHoSo\nCAUSE-2\n"), "CAUSE-");

        assertThat(told(difference(run, "CAUSE-1"))).isEqualTo("ONLY_HERE BLOCKED " + SENDER);
        JsonNode parked = difference(run, "CAUSE-2");
        assertThat(parked.path("cause").asString()).isEqualTo("PARKED_HERE");
        assertThat(repair(run, parked, "RENORMALISE")
                        .is(200)
                        .json()
                        .at("/repaired/outcome")
                        .asString())
                .isEqualTo("1 records replayed");
        assertThat(repair(run, parked, "PULL").is(422).problem()).isEqualTo("repair-unfit");
    }

    @Test
    void asksASenderThatAnswersWithItsOwnKey() {
        settled(hub.register().dossier("ASKED-1", 1, 2));
        aged();
        String run =
                run("\"senderList\":\"%s\"".formatted(list("SENDER", SENDER, CSV, utf8("MaHoSo\nNONE-1\n"))), "ASKED-");
        JsonNode difference = difference(run, "ASKED-1");
        repair(run, difference, "ASK_SENDER").is(200);

        JsonNode question =
                hub.as(SENDER).gets("/api/v1/questions").is(200).json().at("/questions/0");
        assertThat(question.path("code").asString()).isEqualTo("ASKED-1");
        String answers = "/api/v1/questions/" + question.path("id").asString() + "/answer";
        hub.as("land").posts(answers, "{\"answer\":\"x\"}").is(404);
        hub.as(SENDER).posts(answers, "{\"answer\":\"Hồ sơ bị xoá nhầm\"}").is(204);

        assertThat(shown(run, difference).path("effect").asString()).isEqualTo("answered: Hồ sơ bị xoá nhầm");
    }

    @Test
    void knowsADifferenceAgainInTheNextRun() {
        settled(hub.register().dossier("AGAIN-1", 1, 2));
        aged();
        JsonNode first = difference(run(portal(CSV, "MaHoSo\nAGAIN-2\n"), "AGAIN-"), "AGAIN-1");
        JsonNode second = difference(run(portal(CSV, "MaHoSo\nAGAIN-2\n"), "AGAIN-"), "AGAIN-1");
        assertThat(second.path("firstSeen")).isEqualTo(first.path("firstSeen"));
    }

    @Test
    void signsItsEvidenceSoThatAnyoneCanCheckIt(@TempDir Path folder) throws Exception {
        settled(hub.register().dossier("PROOF-1", 1, 2));
        aged();
        String run = run(portal(CSV, "MaHoSo\nPROOF-2\n"), "PROOF-");
        byte[] sheet = hub.as(OPERATOR).download(RUNS + "/" + run + "/evidence?format=xlsx");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(book.getFirstSheet().read()).hasSize(4);
        }
        Path archive =
                Files.write(folder.resolve("evidence.zip"), hub.as(OPERATOR).download(RUNS + "/" + run + "/evidence"));
        Path key = Files.writeString(
                folder.resolve("key.json"),
                hub.as(OPERATOR).gets(RUNS + "/key").is(200).text());

        assertThat(verified(archive, key)).contains("2 differences").endsWith("OK");
        byte[] bytes = Files.readAllBytes(archive);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("differences.ndjson");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).contains("PROOF-1", "PROOF-2");
        }
        Path stranger = Files.writeString(
                folder.resolve("other.json"), "{\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
        assertThat(verified(archive, stranger)).doesNotEndWith("OK");
    }

    private static String verified(Path archive, Path key) throws IOException, InterruptedException {
        Process check = new ProcessBuilder("scripts/verify-evidence", archive.toString(), key.toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return words;
    }

    @ParameterizedTest
    @MethodSource
    void refusesListsItCannotUse(String query, String type, String body, int status, String problem) {
        Answer answer = hub.as(OPERATOR).posts(RUNS + "/lists?" + query, utf8(body), type);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    static Stream<Arguments> refusesListsItCannotUse() {
        return Stream.of(
                Arguments.of("side=PORTAL", CSV, "a,b\n1,2\n", 422, "list-column-missing"),
                Arguments.of("side=PORTAL", CSV, "", 400, "empty-body"),
                Arguments.of("side=PORTAL", XLSX, "no workbook", 422, "list-broken"),
                Arguments.of("side=PORTAL", "application/pdf", "x", 415, "unsupported-type"),
                Arguments.of("side=PORTAL&layout=nobodys", CSV, "MaHoSo\n1\n", 422, "unknown-layout"),
                Arguments.of("side=PORTAL&layout=sender-list", CSV, "MaHoSo\n1\n", 422, "unknown-layout"),
                Arguments.of("side=SENDER", CSV, "MaHoSo\n1\n", 422, "sender-missing"),
                Arguments.of("side=SENDER&sender=nobody", CSV, "MaHoSo\n1\n", 422, "unknown-sender"),
                Arguments.of("side=PORTAL&madeAt=2999-01-01T00:00:00Z", CSV, "MaHoSo\n1\n", 422, "made-in-the-future"));
    }

    @Test
    void turnsFiveGigabytesAwayBeforeTheyAreSent() throws IOException {
        URI address = URI.create(hub.as(OPERATOR).url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            String head = "POST %s/lists?side=PORTAL HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
                            .formatted(RUNS, hub.as(OPERATOR).key())
                    + "Content-Type: text/csv\r\nContent-Length: 5368709120\r\n\r\n";
            socket.getOutputStream().write(utf8(head));
            socket.getOutputStream().flush();
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void comparesNothingWithAListThatIsHalfUnreadable() {
        String list =
                list("PORTAL", "", CSV, joined(utf8("MaHoSo\nHALF-1\n"), new byte[] {(byte) 0xE9, '-', '2', '\n'}));
        JsonNode run = ended(asked("\"portalList\":\"%s\"".formatted(list), "HALF-"));
        assertThat(run.path("state").asString()).isEqualTo("FAILED");
        assertThat(run.path("failure").asString()).startsWith("1 trên 2 dòng không đọc được, dòng đầu tiên là 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":\"x\"}",
                "{\"lookUps\":0,\"reason\":\"x\"}",
                "{\"lookUps\":5,\"portalList\":\"00000000-0000-0000-0000-000000000000\",\"reason\":\"x\"}",
                "{\"portalList\":\"00000000-0000-0000-0000-000000000000\",\"reason\":\"x\"}",
                "{\"lookUps\":5,\"from\":\"2026-02-01\",\"to\":\"2026-01-01\",\"reason\":\"x\"}",
            })
    void refusesAnOrderThatCannotBe(String order) {
        assertThat(hub.as(OPERATOR).posts(RUNS, order).status()).isIn(400, 422);
        assertThat(hub.as(SENDER).posts(RUNS, order).status()).isEqualTo(403);
    }

    private String portal(String type, String text) {
        return "\"portalList\":\"%s\"".formatted(list("PORTAL", "", type, utf8(text)));
    }

    private static String lookUps(int number) {
        return "\"lookUps\":" + number;
    }

    private String list(String side, String sender, String type, byte[] body) {
        String query = "?side=" + side + (sender.isEmpty() ? "" : "&sender=" + sender);
        return hub.as(OPERATOR)
                .posts(RUNS + "/lists" + query, body, type)
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private String run(String sides, String area) {
        JsonNode run = ended(asked(sides, area));
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("DONE");
        return run.path("id").asString();
    }

    private String asked(String sides, String area) {
        return hub.as(OPERATOR)
                .posts(
                        RUNS,
                        "{%s,\"fromCode\":\"%s\",\"toCode\":\"%s~\",\"reason\":\"thử\"}".formatted(sides, area, area))
                .is(202)
                .json()
                .path("id")
                .asString();
    }

    private JsonNode ended(String run) {
        return await().atMost(SyncRig.patience())
                .until(
                        () -> hub.as(OPERATOR).gets(RUNS + "/" + run).is(200).json(),
                        seen -> !Stream.of("WAITING", "RUNNING")
                                .toList()
                                .contains(seen.path("state").asString()));
    }

    private JsonNode counts(String run) {
        return ended(run).path("counts");
    }

    private JsonNode differences(String run) {
        return hub.as(OPERATOR)
                .gets(RUNS + "/" + run + "/differences")
                .is(200)
                .json()
                .path("differences");
    }

    private JsonNode difference(String run, String code) {
        return differences(run)
                .valueStream()
                .filter(one -> one.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode shown(String run, JsonNode difference) {
        return hub.as(OPERATOR)
                .gets(RUNS + "/" + run + "/differences/" + difference.path("no").asInt())
                .is(200)
                .json();
    }

    private Answer repair(String run, JsonNode difference, String repair) {
        return hub.as(OPERATOR)
                .posts(
                        RUNS + "/" + run + "/differences/"
                                + difference.path("no").asInt() + "/repair",
                        "{\"repair\":\"%s\",\"reason\":\"đối soát tháng\"}".formatted(repair));
    }

    private static String told(JsonNode difference) {
        return Stream.of("kind", "cause", "owner")
                .map(field -> difference.path(field).asString())
                .reduce((one, two) -> one + " " + two)
                .orElseThrow();
    }

    /** Acknowledged, looked up again, and at rest. */
    private void settled(UUID dossier) {
        hub.bean(NationalSync.class).wake();
        await().atMost(SyncRig.patience())
                .until(() ->
                        hub.jdbc().sql("""
                                select state = 'IDLE' and next_attempt_at is null and acked_seq = last_seq
                                from hub.sync where dossier_id = ?""").param(dossier).query(Boolean.class).single());
    }

    private String state(UUID dossier) {
        return hub.jdbc()
                .sql("select state from hub.sync where dossier_id = ?")
                .param(dossier)
                .query(String.class)
                .single();
    }

    /** As if all this had happened some time ago. */
    private void aged() {
        hub.jdbc()
                .sql("update hub.dossiers set updated_at = now() - interval '1 hour'")
                .update();
    }

    private static byte[] written(String type, String[][] rows) throws IOException {
        return switch (type) {
            case XLSX -> workbook(rows);
            case NDJSON -> json(rows);
            default ->
                utf8(Stream.of(rows).map(row -> String.join(";", row)).reduce("", (text, row) -> text + row + "\n"));
        };
    }

    private static byte[] workbook(String[][] rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("1");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.value(row, column, rows[row][column]);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] json(String[][] rows) {
        var lines = new StringBuilder();
        for (int row = 1; row < rows.length; row++) {
            var fields = new StringBuilder();
            for (int column = 0; column < rows[row].length; column++) {
                fields.append(fields.isEmpty() ? "" : ",")
                        .append("\"%s\":\"%s\"".formatted(rows[0][column], rows[row][column]));
            }
            lines.append("{").append(fields).append("}\n");
        }
        return utf8(lines.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
