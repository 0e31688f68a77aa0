package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.intake.Receipts;

/** What was said of one dossier, from its sender's words to the portal's, side by side; its papers; who looked at it. */
@ExtendWith(OneHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierTextPagesTest {

    private static final String CODE = "000.00.15.H52-260824-7486";
    private static final String API = "/api/v1/dossiers/" + CODE + "/records";
    private static final String PAGE = "/console/dossiers/texts?code=" + CODE;

    private final RunningHub hub;
    private String first = "";

    DossierTextPagesTest(RunningHub hub) {
        this.hub = hub;
    }

    @BeforeAll
    void tellOfADossier() {
        first = receipt(LandSystem.accepted(CODE));
        receipt(LandSystem.processing(CODE));
    }

    @Test
    void listsTheRecordsThatMadeItsEventsToThoseWhoMaySeeThem() {
        JsonNode records = hub.as("operator").gets(API).is(200).json().path("records");
        assertThat(records.valueStream()
                        .filter(one -> one.path("receipt").asString().equals(first)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("state").asString()).isEqualTo("REGISTERED");
                    assertThat(one.path("seqs")).isNotEmpty();
                });
        hub.as("health").gets(API).is(404);
        hub.as(LandSystem.ID).gets(API).is(200);
        hub.as("unified-portal").gets(API).is(403);
    }

    @Test
    void showsWhatOneRecordSaidWithTheNamesOfItsFieldsOnlyUnlessAReasonIsGiven() {
        JsonNode masked =
                hub.as("operator").gets(API + "/" + first + "/1").is(200).json();
        assertThat(masked.path("masked").asBoolean()).isTrue();
        assertThat(masked.path("content").asString())
                .contains("SoBienNhan", "999999999999")
                .doesNotContain("014090000001", "THỬ");
        hub.as("operator").gets(API + "/" + first + "/1?reveal=true").is(400);
        assertThat(hub.as("operator")
                        .gets(API + "/" + first + "/1?reveal=true&reason=the-office-asks")
                        .is(200)
                        .text())
                .contains("014090000001");
        hub.as(LandSystem.ID)
                .gets(API + "/" + first + "/1?reveal=true&reason=x")
                .is(403);
        hub.as("operator").gets(API + "/" + first + "/2").is(404);
        assertThat(hub.as("operator")
                        .gets("/api/v1/dossiers/" + CODE + "/viewers")
                        .is(200)
                        .text())
                .contains("the-office-asks");
    }

    @Test
    void findsOneRecordHoweverManySpokeOfTheDossier() {
        String code = CODE + "1";
        String old = receipt(LandSystem.accepted(code));
        UUID newer = hub.bean(Receipts.class)
                .parse(receipt(LandSystem.processing(code)))
                .orElseThrow()
                .id();
        JdbcClient db = hub.bean(JdbcClient.class);
        db.sql("""
                        insert into hub.records (receipt, no, accepted_at, sender, state, code, config_version, updated_at)
                        select receipt, 1000 + i, accepted_at, sender, 'REFUSED', :code, config_version, updated_at
                          from hub.records, generate_series(1, 200) i where receipt = :receipt and no = 1
                        """).param("code", code).param("receipt", newer).update();
        try {
            String api = "/api/v1/dossiers/" + code + "/records";
            assertThat(hub.as("operator").gets(api).is(200).json().path("records"))
                    .hasSize(200);
            hub.as("operator").gets(api + "/" + old + "/1").is(200);
            hub.as(LandSystem.ID).gets(api + "/" + old + "/1").is(200);
            hub.as("health").gets(api + "/" + old + "/1").is(404);
        } finally {
            db.sql("delete from hub.records where receipt = :receipt and no > 1000")
                    .param("receipt", newer)
                    .update();
        }
    }

    @Test
    void putsThemSideBySideAndTellsTwoOfThemApartLineByLine() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        String page = visitor.opens(PAGE).body();
        assertThat(page)
                .contains("Nơi gửi đã gửi", "Hồ sơ chuẩn", "value=\"raw:" + first + "/1\"")
                .doesNotContain("014090000001", "TRẦN VĂN THỬ", "role=\"alert\"");
        assertThat(visitor.opens(PAGE + "&left=raw:" + first + "/1&right=canonical")
                        .body())
                .contains("class=\"came\"", "class=\"went\"", "+++ raw:" + first);
        assertThat(visitor.opens(PAGE + "&left=canonical&right=canonical").body())
                .contains("Hai bản không khác dòng nào");
        assertThat(visitor.opens(PAGE + "&left=raw:none/1&right=%24%7B7*191%7D").statusCode())
                .isEqualTo(200);
        assertThat(visitor.opens("/console/dossiers/texts?code=none").body()).contains("role=\"alert\"");
    }

    @Test
    void comparesNothingWithATextOfWhichItShowsTheBeginningOnly() {
        String other = CODE + "2";
        String wide = receipt(LandSystem.accepted(other).stripTrailing() + " ".repeat(70_000));
        assertThat(ConsoleVisitor.withKeyOf(hub, "operator")
                        .opens("/console/dossiers/texts?code=" + other + "&left=raw:" + wide + "/1&right=canonical")
                        .body())
                .contains("chỉ hiện phần đầu", "Không so được")
                .doesNotContain("class=\"went\"");
    }

    @Test
    void revealsRawRecordsForAReasonAndOnlyInTheAnswer() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        String reveal = "/console/dossiers/texts/reveal?code=" + CODE + "&left=raw:" + first + "/1";
        assertThat(visitor.submits(PAGE, reveal, Map.of("reason", "the court asks"))
                        .body())
                .contains("014090000001", "đã ghi vào nhật ký");
        assertThat(visitor.submits(PAGE, reveal, Map.of("reason", " ")).body())
                .contains("Give a reason")
                .doesNotContain("014090000001");
    }

    @Test
    void tellsWhoLookedAndWhichPapersThereAre() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        assertThat(visitor.opens("/console/dossiers/one?code=" + CODE).body())
                .contains("/console/dossiers/texts?code=" + CODE, "/console/dossiers/viewers?code=" + CODE)
                .doesNotContain("role=\"alert\"");
        assertThat(visitor.opens("/console/dossiers/viewers?code=" + CODE).body())
                .contains("Xem hồ sơ", "Vận hành", "Chưa ai lấy tệp nào");
    }

    private String receipt(String body) {
        return hub.as(LandSystem.ID).pushes(LandSystem.ID, body).path("receipt").asString();
    }
}
