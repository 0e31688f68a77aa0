package vn.lienthong.hub.intake.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.AdministeredHub;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigCheck;
import vn.lienthong.hub.platform.config.ConfigVersions;
import vn.lienthong.infra.BesideOthers;

/** Codes nobody knew, given a meaning by two people, on a whole hub. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class MeaningsTest {

    private static final String MEANINGS = "/api/v1/meanings";
    private static final String STATUS = "unmapped-status TiepNhanLai";
    private static final String FILE = "departments/land.yaml";

    private final AdministeredHub administered = AdministeredHub.start();
    private int serial = 7700;

    @AfterAll
    void stop() {
        administered.close();
    }

    @Test
    void replaysFiveHundredParkedRecordsOnceASecondPersonGaveTheirStatusAMeaning() {
        parks(500, "\"TenSuKien\":\"TiepNhanLai\",");
        assertThat(parked(STATUS)).isEqualTo(500);
        JsonNode proposal = propose(operator(), STATUS, "TiepNhanLai", "=TiepNhanHoSo")
                .is(201)
                .json();
        assertThat(proposal.path("diff").asString())
                .contains("--- config/" + FILE, "+    TiepNhanLai: {is: ACCEPTED, at: NgayTiepNhan}")
                .doesNotContain("\n-", "words:");
        assertThat(proposal.path("waiting").asLong()).isEqualTo(500);
        assertThat(proposal.path("meant").path("word").asString()).isEqualTo("ACCEPTED");
        assertThat(proposal.path("meant").path("moment").asString()).isEqualTo("NgayTiepNhan");
        decide(operator(), proposal, "approve").is(403);
        JsonNode approved =
                decide(administrator(), proposal, "approve").is(200).json().path("proposal");
        assertThat(approved.path("state").asString()).isEqualTo("APPROVED");
        assertThat(approved.path("version").asLong()).isEqualTo(config().version());
        assertThat(config().text(FILE)).contains("# These two stand for the demonstration only.");

        operator()
                .posts(
                        "/api/v1/failures/replay",
                        "{\"sender\":\"land\",\"state\":\"PARKED\",\"cause\":\"%s\",\"reason\":\"mapped\"}"
                                .formatted(STATUS))
                .is(202);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> parked(STATUS) == 0);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> registered() >= 500);
        assertThat(audited()).contains("operator meaning.propose", "local-admin meaning.approve");
    }

    @Test
    void tellsInTheStoryOfADossierForWhatItWaitedAndWhoHadItReadAgain() {
        String dossier = "000.00.15.H52-260824-" + serial;
        String cause = code("QT-86");
        parks(1, "QT-86", "QT-86");
        operator()
                .posts(
                        "/api/v1/failures/replay",
                        "{\"sender\":\"land\",\"cause\":\"%s\",\"reason\":\"in vain\"}".formatted(cause))
                .is(202);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> parked(cause) == 1);
        JsonNode proposal =
                propose(operator(), cause, "QT-86", "1.005129").is(201).json();
        decide(administrator(), proposal, "approve").is(200);
        String record = operator()
                .gets("/api/v1/failures?sender=land&cause=" + URLEncoder.encode(cause, StandardCharsets.UTF_8))
                .json()
                .at("/failures/0/receipt")
                .asString();
        operator()
                .posts("/api/v1/failures/" + record + "/1/replay", "{\"reason\":\"mapped\"}")
                .is(202);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> parked(cause) == 0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> story(dossier).anyMatch(line -> line.startsWith("STATUS 2")));
        assertThat(story(dossier).toList())
                .startsWith(
                        "accepted from land: ",
                        "not registered yet: " + cause,
                        "read again by operator: " + record + "/1: in vain",
                        "not registered yet: " + cause,
                        "read again by operator: " + record + "/1: mapped",
                        "DETAILS VALID: ",
                        "STATUS 2 VALID: ");
    }

    /** Without what the door says of the bytes and the register of the time. */
    private Stream<String> story(String dossier) {
        return operator()
                .gets("/api/v1/dossiers/timeline?code=" + dossier, "application/json")
                .json()
                .path("timeline")
                .valueStream()
                .map(moment -> moment.path("what").asString() + ": "
                        + moment.path("detail").asString("").replaceAll("^(\\d+ bytes|seq ).*", ""));
    }

    @Test
    void isNotApprovedByWhoeverProposedIt() {
        parks(1, "QT-81", "QT-81");
        JsonNode own = propose(administrator(), code("QT-81"), "QT-81", "1.005129")
                .is(201)
                .json();
        long before = config().version();
        assertThat(decide(administrator(), own, "approve").is(409).problem()).isEqualTo("second-person-needed");
        assertThat(config().version()).isEqualTo(before);
        decide(administrator(), own, "refuse").is(200);
        assertThat(decide(administrator(), own, "refuse").is(409).problem()).isEqualTo("already-decided");
    }

    @Test
    void appliesNothingWhenTheDecisionCannotBeKept() {
        parks(1, "QT-88", "QT-88");
        JsonNode proposal =
                propose(operator(), code("QT-88"), "QT-88", "1.005129").is(201).json();
        long before = config().version();
        JdbcClient db = administered.hub().bean(JdbcClient.class);
        db.sql("alter table hub.meaning_proposals add constraint no_room check (state <> 'APPROVED') not valid")
                .update();
        assertThat(decide(administrator(), proposal, "approve").status()).isGreaterThanOrEqualTo(500);
        db.sql("alter table hub.meaning_proposals drop constraint no_room").update();
        assertThat(db.sql("select max(version) from hub.config_versions")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        assertThat(config().version()).isEqualTo(before);
        decide(administrator(), proposal, "approve").is(200);
        assertThat(config().version()).isEqualTo(before + 1);
    }

    /** What worked when it was proposed may not work with what was applied since. */
    @Test
    @SuppressWarnings("unchecked")
    void saysWhyAProposalCannotBeApprovedAnyMore() {
        JsonNode proposal =
                propose(operator(), code("QT-89"), "QT-89", "1.005129").is(201).json();
        String path = MEANINGS + "/" + proposal.path("proposal").path("id").asString();
        ConfigCheck hindering = bundle -> {
            if (bundle.text(FILE).contains("QT-89")) {
                throw new IllegalArgumentException("QT-89 does not fit any more");
            }
        };
        var checks = (List<ConfigCheck>) Objects.requireNonNull(
                ReflectionTestUtils.getField(administered.hub().bean(ConfigVersions.class), "checks"));
        checks.add(hindering);
        try {
            assertThat(operator().gets(path).is(200).json().path("hindrance").asString())
                    .contains("QT-89 does not fit any more");
            assertThat(decide(administrator(), proposal, "approve").is(422).problem())
                    .isEqualTo("mapping-unusable");
        } finally {
            checks.remove(hindering);
        }
        assertThat(operator()
                        .gets(path)
                        .is(200)
                        .json()
                        .path("proposal")
                        .path("state")
                        .asString())
                .isEqualTo("PROPOSED");
        decide(operator(), proposal, "refuse").is(200);
    }

    @Test
    void givesAProcedureToACodeOfAnAgreedField() {
        JsonNode choices = operator()
                .gets(MEANINGS + "/choices?sender=land&cause=" + HubClient.encoded(code("QT-82")))
                .is(200)
                .json();
        assertThat(choices.path("canonical").asString()).isEqualTo("procedure");
        assertThat(choices.path("code").asString()).isEqualTo("QT-82");
        assertThat(choices.path("like").has("QT-01")).isTrue();
        JsonNode proposal =
                propose(operator(), code("QT-82"), "QT-82", "2.000477").is(201).json();
        assertThat(proposal.path("meant").path("name").asString()).isNotBlank();
        decide(administrator(), proposal, "approve").is(200);
        pushes(1, "QT-01", "QT-82");
        assertThat(parked(code("QT-82"))).isZero();
        assertThat(propose(operator(), code("QT-82"), "QT-82", "1.005129")
                        .is(422)
                        .problem())
                .isEqualTo("not-mappable");
    }

    @Test
    void copiesALineOfTheFormatIntoTheSendersOwnFileAndNotIntoTheFormat() {
        String format = config().text("formats/land.yaml");
        JsonNode proposal = propose(operator(), "unmapped-code LoaiDoiTuong 5", "5", "OTHER")
                .is(201)
                .json();
        assertThat(proposal.path("diff").asString()).contains("+    subjectType: {from: LoaiDoiTuong");
        decide(administrator(), proposal, "approve").is(200);
        assertThat(config().text("formats/land.yaml")).isEqualTo(format);
    }

    @Test
    void refusesWhatNoTableHolds() {
        for (String word : List.of("1.999999", "=QT-99")) {
            assertThat(propose(operator(), code("QT-83"), "QT-83", word).is(422).problem())
                    .isEqualTo("unknown-meaning");
        }
        assertThat(propose(operator(), "unmapped-status X", "X", "FINISHED")
                        .is(422)
                        .problem())
                .isEqualTo("unknown-meaning");
        assertThat(propose(operator(), "unknown-procedure 1.2", "1.2", "x")
                        .is(422)
                        .problem())
                .isEqualTo("not-mappable");
        assertThat(propose(operator(), code("QT-83"), "QT-83", "").is(400).problem())
                .isEqualTo("bad-proposal");
        operator()
                .posts(MEANINGS, body("none-such", code("QT-83"), "QT-83", "1.005129"))
                .is(404);
        operator().gets(MEANINGS + "/999999").is(404);
        hub(LandSystem.ID).gets(MEANINGS).is(403);
    }

    @Test
    void keepsOneOpenProposalForACause() {
        JsonNode first =
                propose(operator(), code("QT-84"), "QT-84", "1.005129").is(201).json();
        assertThat(propose(administrator(), code("QT-84"), "QT-84", "2.000477")
                        .is(409)
                        .problem())
                .isEqualTo("already-proposed");
        assertThat(operator()
                        .gets(MEANINGS + "?state=PROPOSED&sender=land&cause=" + HubClient.encoded(code("QT-84")))
                        .is(200)
                        .json()
                        .path("proposals"))
                .hasSize(1);
        decide(operator(), first, "refuse").is(200);
    }

    @Test
    void asksTheApproverToLookAgainWhenTheConfigurationChangedMeanwhile() {
        JsonNode proposal =
                propose(operator(), code("QT-85"), "QT-85", "1.005129").is(201).json();
        String id = proposal.path("proposal").path("id").asString();
        String old = "{\"base\":%d,\"reason\":\"seen\"}"
                .formatted(proposal.path("base").asLong() - 1);
        assertThat(administrator()
                        .posts(MEANINGS + "/" + id + "/approve", old)
                        .is(409)
                        .problem())
                .isEqualTo("configuration-changed");
        administrator()
                .posts(MEANINGS + "/" + id + "/approve", "{\"reason\":\"unseen\"}")
                .is(400);
        decide(operator(), proposal, "refuse").is(200);
    }

    private HubClient.Answer propose(HubClient who, String cause, String code, String meaning) {
        return who.posts(MEANINGS, body("land", cause, code, meaning));
    }

    private static String body(String sender, String cause, String code, String meaning) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("sender", sender)
                .put("cause", cause)
                .put("code", code)
                .put("meaning", meaning)
                .put("reason", "the land office said so")
                .toString();
    }

    private static HubClient.Answer decide(HubClient who, JsonNode proposal, String act) {
        String id = proposal.path("proposal").path("id").asString();
        return who.posts(
                MEANINGS + "/" + id + "/" + act,
                "{\"base\":%d,\"reason\":\"asked them\"}"
                        .formatted(proposal.path("base").asLong()));
    }

    private static String code(String said) {
        return "unmapped-code ThongTinQuyTrinh.MaQuyTrinh " + said;
    }

    private void parks(int many, String member) {
        pushes(many, "{\"SoBienNhan\"", "{" + member + "\"SoBienNhan\"");
    }

    private void parks(int many, String code, String again) {
        pushes(many, "QT-01", code);
        assertThat(parked(code(again))).isEqualTo(many);
    }

    private void pushes(int many, String old, String fresh) {
        String records = IntStream.range(0, many)
                .mapToObj(i ->
                        LandSystem.accepted("000.00.15.H52-260824-" + serial++).replace(old, fresh))
                .collect(Collectors.joining(",", "[", "]"));
        hub(LandSystem.ID).pushes(LandSystem.ID, records);
    }

    private long parked(String cause) {
        return count("select count(*) from hub.records where state = 'PARKED' and cause = :cause", cause);
    }

    private long registered() {
        return count("select count(*) from hub.records where state = 'REGISTERED' and sender = :cause", "land");
    }

    private long count(String query, String cause) {
        return administered
                .hub()
                .bean(JdbcClient.class)
                .sql(query)
                .param("cause", cause)
                .query(Long.class)
                .single();
    }

    private List<String> audited() {
        return administered
                .hub()
                .bean(JdbcClient.class)
                .sql("select actor || ' ' || action from hub.audit")
                .query(String.class)
                .list();
    }

    private AppliedConfig config() {
        return administered.hub().bean(AppliedConfig.class);
    }

    private HubClient operator() {
        return hub("operator");
    }

    private HubClient hub(String who) {
        return administered.hub().as(who);
    }

    private HubClient administrator() {
        return administered.administrator();
    }
}
