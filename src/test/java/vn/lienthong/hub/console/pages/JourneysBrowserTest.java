package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.national.Portrayal;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;
import vn.lienthong.standin.StandIn;
import vn.lienthong.standin.StandInOptions;

/** What an operator does at three in the morning, with nothing but the console: seen, understood, mended. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysBrowserTest {

    private static final String OFFICE = "home-affairs";
    private static final String LAND = "#departments tr[data-sender=land]";
    private static final String TOKEN = "the-token-of-these-journeys";

    private final StandIn portal;
    private final Portrayal atPortal;
    private final RunningHub hub;
    private @Nullable ConsoleInBrowser opened;

    JourneysBrowserTest() throws IOException {
        HubHome home = RealParts.shared().freshHome();
        Files.createDirectories(home.secrets());
        Files.writeString(home.secrets().resolve("national"), "rig");
        Files.writeString(home.secrets().resolve("admin-token"), TOKEN);
        portal = StandIn.start(StandInOptions.of(home.data().resolve("portal"), "rig"));
        atPortal = new Portrayal(URI.create(portal.url()));
        PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
        hub = RunningHub.start(
                home, new PartAddresses(parts.database(), parts.cache(), parts.broker(), URI.create(portal.url())));
    }

    @AfterEach
    void leave() {
        if (opened != null) {
            opened.close();
        }
        atPortal.behaves();
    }

    @AfterAll
    void stop() {
        hub.close();
        portal.close();
    }

    @Test
    void seesFromHomeThatThePortalIsAwayWhyAndThatItHealsByItself() {
        ConsoleInBrowser console = console();
        filed("000.00.14.H52-260824-7501");
        console.opens("/console");
        console.comesToSay("#flow", "Thông");

        atPortal.misbehaves("{\"mode\":\"bad-gateway\"}");
        for (int n = 7510; n < 7520; n++) {
            filed("000.00.14.H52-260824-" + n);
        }
        console.comesToSay("#flow li:last-child", "Đang ngắt");
        console.followsIn("#flow li:last-child", "Xem liên kết");
        console.comesToSay("#breaker", "502");

        atPortal.behaves();
        console.opens("/console");
        console.comesToSayNoMore("#flow", "Đang ngắt");
        console.comesToSayNoMore("#flow", "10 hồ sơ đang chờ gửi");
        console.comesToSay("#flow", "0 hồ sơ đang chờ gửi");
    }

    @Test
    void givesAnUnmappedStatusAMeaningWithASecondPersonAndReadsFiveHundredRecordsAgain() {
        ConsoleInBrowser console = console();
        hub.as(LandSystem.ID)
                .pushes(
                        LandSystem.ID,
                        IntStream.range(0, 500)
                                .mapToObj(n -> LandSystem.accepted("000.00.15.H52-260824-" + (30_000 + n))
                                        .replaceFirst("\\{", "{\"TenSuKien\":\"TiepNhanLai\","))
                                .collect(Collectors.joining(",", "[", "]")));
        console.opens("/console/issues?kind=PARKED&neighbour=land");
        console.comesToSay("#issues tr.act", "500");
        console.opens("/console");
        console.comesToSay(LAND, "Có hồ sơ chờ xử lý");
        console.followsIn(LAND, "Có hồ sơ chờ xử lý");
        assertThat(console.says("h1")).contains("TiepNhanLai");
        console.chooses("meaning-word", "=TiepNhanHoSo");
        console.types("meaning-reason", "Sở xác nhận: tiếp nhận lại là tiếp nhận");
        console.sendsFormOf("meaning-reason");
        console.follows("TiepNhanLai →");
        assertThat(console.says("pre.diff")).contains("+    TiepNhanLai");
        String proposal = console.chromium().address();

        try (var second = new ConsoleInBrowser(hub.port()).logsIn(administratorsKey())) {
            second.opens(proposal);
            second.types("approve-reason", "Đã đối chiếu với công văn của Sở");
            second.sendsFormOf("approve-reason");
            assertThat(second.says("h1")).contains("Đã áp dụng");
        }

        console.opens("/console/issues?kind=PARKED&neighbour=land");
        console.followsIn("#issues", "TiepNhanLai");
        console.types("replay-reason", "Đã có bảng mã");
        console.sendsFormOf("replay-reason");
        console.opens("/console");
        console.comesToSayNoMore(LAND, "Có hồ sơ chờ xử lý");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> registered("000.00.15.H52-260824-30") == 500);
    }

    @Test
    void findsAStuckDossierByTheCitizensNameAndLetsItBeToldAgain() {
        ConsoleInBrowser console = console();
        String code = "000.00.14.H52-260824-7530";
        atPortal.misbehaves("{\"mode\":\"per-record\",\"refuseEvery\":1}");
        hub.as(OFFICE).pushes(OFFICE, filing(code).replace("TRẦN VĂN THỬ", "LÒ THỊ KẸT ĐƯỜNG"));
        console.opens("/console/issues?kind=BLOCKED&neighbour=" + OFFICE);
        console.comesToSay("#issues", OFFICE);
        atPortal.behaves();

        console.opens("/console");
        console.types("q", "lo thi ket");
        console.sendsFormOf("q");
        console.follows(code);
        assertThat(console.says("#ledger")).contains("Cổng quốc gia từ chối");
        console.types("retry-reason", "Cổng đã sửa danh mục");
        console.sendsFormOf("retry-reason");
        console.comesToSay("#ledger", "Đã đồng bộ");
    }

    @Test
    void showsPersonalDataForAReasonAndKeepsIt() {
        ConsoleInBrowser console = console();
        String code = "000.00.15.H52-260824-7540";
        pushes(code);
        console.opens("/console/dossiers/one?code=" + code);
        assertThat(console.says("main")).doesNotContain("014090000001", "0900000001");

        console.unfolds("Xem dữ liệu cá nhân");
        console.types("reveal-reason", "Công dân gọi hỏi, cần đối chiếu");
        console.sendsFormOf("reveal-reason");
        assertThat(console.says(".revealed")).contains("014090000001", "0900000001");

        console.opens("/console/dossiers/one?code=" + code);
        assertThat(console.says("main")).doesNotContain("014090000001");
        try (var inspector = new ConsoleInBrowser(hub.port()).logsIn(administratorsKey())) {
            inspector.opens("/console/audit");
            assertThat(inspector.says("main")).contains("Công dân gọi hỏi, cần đối chiếu");
        }
    }

    @Test
    void printsAHandOverWithANoteForTheNextShift() {
        ConsoleInBrowser console = console();
        pushes("000.00.15.H52-260824-7550");
        console.opens("/console/hand-over");
        console.types("note", "Sở Y tế hẹn sửa danh mục trước 7 giờ");
        console.sendsFormOf("note");

        assertThat(console.prints())
                .contains("Giao ca", "Sở Y tế hẹn sửa danh mục trước 7 giờ", "operator")
                .doesNotContain("Đăng xuất", "Trang này hỏi API gì");
    }

    @Test
    void drainsARouteAndOpensItAgainAndNothingIsLostMeanwhile() {
        ConsoleInBrowser console = console();
        String code = "000.00.14.H52-260824-7560";
        console.opens("/console/routes/one?id=receive-" + OFFICE);
        console.chooses("for", "PT15M");
        console.types("act-reason", "Sở bảo trì máy chủ");
        console.sendsFormOf("act-reason");
        console.comesToSay("main", "Đang dừng");
        console.comesToSay("main", "Tự mở lại");
        assertThat(hub.as(OFFICE)
                        .posts("/api/v1/senders/" + OFFICE + "/submissions", filing(code))
                        .status())
                .isEqualTo(202);
        console.opens("/console/queues");
        console.comesToSay("#queues", "door." + OFFICE);

        console.opens("/console/routes/one?id=receive-" + OFFICE);
        console.types("act-reason", "Sở báo xong sớm");
        console.sendsFormOf("act-reason");
        console.comesToSay("main", "Đang chạy");
        console.opens("/console/dossiers/one?code=" + code);
        console.comesToSay("#ledger", "Đã đồng bộ");
    }

    /** A dossier with all that the portal demands. */
    private void filed(String code) {
        hub.as(OFFICE).pushes(OFFICE, filing(code));
    }

    private static String filing(String code) {
        try {
            return Files.readString(Path.of("src/test/resources/departments", OFFICE, "new-dossier.push.json"))
                    .replace("000.00.14.H52-260824-0002", code)
                    .replace(
                            "0f000000-0000-4000-8000-000000000001",
                            UUID.randomUUID().toString());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void pushes(String code) {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(code));
    }

    private String administratorsKey() {
        return new HubClient(hub.anonymous().url(), TOKEN)
                .posts("/api/v1/keys", "{\"principal\":\"truong-phong\",\"role\":\"ADMINISTRATOR\"}")
                .is(201)
                .json()
                .path("key")
                .asString();
    }

    private ConsoleInBrowser console() {
        ConsoleInBrowser fresh = new ConsoleInBrowser(hub.port());
        opened = fresh;
        return fresh.logsIn(hub.as("operator").key());
    }

    private long registered(String beginning) {
        return hub.bean(JdbcClient.class)
                .sql("select count(*) from hub.dossiers where code like :code || '%'")
                .param("code", beginning)
                .query(Long.class)
                .single();
    }
}
