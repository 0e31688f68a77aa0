package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;
import vn.lienthong.standin.StandIn;
import vn.lienthong.standin.StandInOptions;

/** Takes a picture of every screen in both languages, for docs/console; {@code scripts/pictures} runs it. */
@Tag("pictures")
class PicturesBrowserTest {

    private static final Path TARGET = Path.of("target/pictures/docs");
    private static final String OFFICE = "home-affairs";
    private static final String CODE = "000.00.14.H52-260824-1001";
    private static final String LONG_NAME = "NGUYỄN PHÚC CÔNG TẰNG TÔN NỮ HUYỀN TRANG THANH THẢO NGUYÊN";

    @Test
    void ofEveryScreen() throws IOException {
        HubHome home = RealParts.shared().freshHome();
        Files.createDirectories(home.secrets());
        Files.writeString(home.secrets().resolve("national"), "rig");
        PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
        try (var portal = StandIn.start(StandInOptions.of(home.data().resolve("portal"), "rig"));
                var hub = RunningHub.start(
                        home,
                        new PartAddresses(parts.database(), parts.cache(), parts.broker(), URI.create(portal.url())));
                var console = new ConsoleInBrowser(hub.port())) {
            happens(hub);
            console.opens("/console/log-in");
            console.chromium().pictures(TARGET.resolve("log-in-vi.png"));
            console.logsIn(hub.as("operator").key());
            Map<String, String> screens = screens(console, hub);
            for (String language : List.of("vi", "en")) {
                console.speaks(language);
                console.chromium().isWide(1280);
                screens.forEach((name, address) -> {
                    console.opens(address);
                    console.chromium().pictures(TARGET.resolve(name + "-" + language + ".png"));
                });
            }
            console.speaks("vi");
            console.chromium().isWide(320);
            for (String name : List.of("home", "dossier", "issues")) {
                console.opens(screens.getOrDefault(name, "/console"));
                console.chromium().pictures(TARGET.resolve(name + "-narrow-vi.png"));
                assertThat(console.chromium().beyond()).as(name).isLessThanOrEqualTo(0);
            }
        }
    }

    /** A morning at the hub: what goes well, what waits, what is refused. */
    private static void happens(RunningHub hub) throws IOException {
        try (Stream<Path> senders = Files.list(Path.of("src/test/resources/departments"))) {
            senders.filter(Files::isDirectory).forEach(folder -> pushesSamples(hub, folder));
        }
        IntStream.range(1001, 1041).forEach(n -> submits(hub, OFFICE, filing("000.00.14.H52-260824-" + n, n == 1001)));
        for (int n = 0; n < 12; n++) {
            String code = "000.00.15.H52-260824-" + (2000 + n);
            submits(hub, LandSystem.ID, LandSystem.accepted(code).replace("QT-01", n < 7 ? "QT-98" : "QT-01"));
        }
        HubClient operator = hub.as("operator");
        Awaitility.await()
                .until(() -> operator.gets("/api/v1/dossiers/sync?code=" + CODE)
                        .text()
                        .contains("\"IDLE\""));
        operator.posts(
                "/api/v1/hand-over/notes", "{\"note\":\"Sở Đất đai hẹn gửi lại danh mục quy trình trước 10 giờ\"}");
    }

    /** What is turned away at the door is part of the picture. */
    private static void submits(RunningHub hub, String sender, String body) {
        hub.as(sender).posts("/api/v1/senders/" + sender + "/submissions", body);
    }

    private static void pushesSamples(RunningHub hub, Path folder) {
        String sender = folder.getFileName().toString();
        try (Stream<Path> pushes = Files.list(folder)) {
            for (Path push : pushes.filter(file -> file.toString().endsWith(".push.json"))
                    .toList()) {
                submits(hub, sender, Files.readString(push));
            }
        } catch (IOException | UncheckedIOException withoutKey) {
            return; // a system that does not push
        }
    }

    private static String filing(String code, boolean longName) {
        try {
            return Files.readString(Path.of("src/test/resources/departments", OFFICE, "new-dossier.push.json"))
                    .replace("000.00.14.H52-260824-0002", code)
                    .replace("TRẦN VĂN THỬ", longName ? LONG_NAME : "TRẦN VĂN THỬ")
                    .replace(
                            "0f000000-0000-4000-8000-000000000001",
                            UUID.randomUUID().toString());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Map<String, String> screens(ConsoleInBrowser console, RunningHub hub) {
        Map<String, String> screens = new LinkedHashMap<>();
        for (Area area : Area.values()) {
            screens.put(area.name().toLowerCase(Locale.ROOT).replace('_', '-'), area.path());
        }
        screens.put("dossier", "/console/dossiers/one?code=" + CODE);
        screens.put("unknown-dossier", "/console/dossiers/one?code=none");
        screens.put("route", "/console/routes/one?id=receive-" + OFFICE);
        screens.put("department", "/console/departments/one?sender=" + OFFICE);
        screens.put("studio", "/console/departments/studio?sender=" + OFFICE);
        screens.put("nothing-found", "/console/issues?neighbour=none");
        console.opens("/console/issues");
        Awaitility.await().until(() -> {
            console.opens("/console/issues");
            return console.has("a:has-text(\"QT-98\")");
        });
        String issue = console.linkTo("QT-98");
        screens.put("issue", issue);
        console.opens(issue);
        screens.put("failure", console.address("a[href*='/console/failures/one']"));
        return screens;
    }
}
