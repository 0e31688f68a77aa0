package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.access.tokens.Issuer;
import vn.lienthong.infra.BesideOthers;

/** Somebody of one department at the console: its own traffic on every screen of the menu, and nothing of anybody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class DepartmentUserTest {

    private static final String CODE = "000.00.15.H52-260824-7530";
    private static final String SCOPES = "hub.read submission.read dossier.read catalog.read tracking.read";
    private static final Pattern MENU = Pattern.compile("<li><a href=\"(/console[^\"]*)\"");
    private static final Pattern LINK =
            Pattern.compile("href=\"(/console/(?:issues|queues|departments|dossiers)/one[^\"]*)\"");

    private Issuer issuer;
    private RunningHub hub;
    private String othersReceipt = "";

    @BeforeAll
    void start() throws IOException {
        issuer = new Issuer();
        hub = RunningHub.with(Map.of(
                "lienthong.access.tokens.issuer",
                Issuer.NAME,
                "lienthong.access.tokens.jwk-set-uri",
                issuer.jwkSetUri()));
        var land = hub.as(LandSystem.ID);
        land.pushes(LandSystem.ID, LandSystem.accepted(CODE));
        land.pushes(LandSystem.ID, LandSystem.accepted(CODE + "1").replace("QT-01", "QT-7531"));
        othersReceipt = hub.as("home-affairs")
                .pushes("home-affairs", "{\"data\":{}}")
                .path("receipt")
                .asString();
    }

    @AfterAll
    void stop() {
        hub.close();
        issuer.close();
    }

    @Test
    void findsItsOwnOnEveryScreenOfItsMenu() throws JOSEException {
        ConsoleVisitor visitor = in(LandSystem.ID);
        List<String> menu = links(MENU, visitor.opens("/console").body());
        assertThat(menu)
                .containsExactly(
                        "/console",
                        "/console/dossiers",
                        "/console/issues",
                        "/console/queues",
                        "/console/departments",
                        "/console/catalogue");
        for (String screen : menu) {
            String page = visitor.opens(screen).body();
            assertOwn(screen, page);
            for (String one : links(LINK, page)) {
                assertOwn(one, visitor.opens(one.replace("&amp;", "&")).body());
            }
        }
        assertThat(visitor.opens("/console/issues").body()).contains("QT-7531");
        assertThat(visitor.opens("/console/queues").body()).contains("door.land", "record.land");
        assertThat(visitor.opens("/console/dossiers/one?code=" + CODE).body())
                .contains(CODE, "id=\"story\"")
                .doesNotContain("role=\"alert\"", "TRẦN VĂN THỬ", "014090000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resends",
                "national",
                "reconciliations",
                "routes",
                "routes/one?id=receive-land",
                "hand-over",
                "reports",
                "audit"
            })
    void isToldThatAScreenIsNotForIt(String screen) throws JOSEException {
        var answer = in(LandSystem.ID).opens("/console/" + screen);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Vai trò của bạn không xem được phần này");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "routes",
                "routes/receive-land",
                "national/outlook",
                "national/link",
                "national/calls",
                "national/feed",
                "national/maintenance",
                "resends",
                "reconciliations",
                "hand-over",
                "reports/06a?year=2026",
                "audit?day=2026-08-24",
                "keys",
                "config",
                "meanings",
                "dispatches",
                "integrity",
                "findings",
                "divergences",
                "stuck",
                "file-fetches",
                "collections",
                "payments",
                "supplements/expired"
            })
    void isRefusedByTheApiWhatIsOfAllDepartments(String call) throws JOSEException {
        assertThat(client(LandSystem.ID).gets("/api/v1/" + call).status()).isEqualTo(403);
    }

    @Test
    void isShownNothingOfAnotherDepartmentByTheApi() throws JOSEException {
        HubClient land = client(LandSystem.ID);
        HubClient other = client("home-affairs");
        for (String part : List.of("", "/timeline", "/sync", "/notices", "/events")) {
            land.gets("/api/v1/dossiers/" + CODE + part).is(200);
            other.gets("/api/v1/dossiers/" + CODE + part).is(404);
        }
        land.gets("/api/v1/submissions/" + othersReceipt).is(404);
        other.gets("/api/v1/submissions/" + othersReceipt).is(200);
        land.gets("/api/v1/failures/" + othersReceipt + "/1").is(404);
        land.gets("/api/v1/queues/door.land/messages").is(200);
        for (String queue : List.of("door.home-affairs", "dead-letters", "national.wake")) {
            land.gets("/api/v1/queues/" + queue + "/messages").is(404);
        }
        for (String call :
                List.of("overview", "issues", "failures", "accounts", "senders", "queues", "national/blocked")) {
            assertThat(land.gets("/api/v1/" + call).is(200).text())
                    .as(call)
                    .doesNotContain("home-affairs", othersReceipt);
            assertThat(other.gets("/api/v1/" + call).is(200).text()).as(call).doesNotContain("\"land\"", CODE);
        }
        String key = hub.as("operator")
                .gets("/api/v1/issues?neighbour=home-affairs")
                .json()
                .at("/issues/0/key")
                .asString();
        assertThat(key).hasSize(16);
        land.gets("/api/v1/issues/" + key).is(404);
        JsonNode found = other.posts("/api/v1/search", "{\"q\":\"" + CODE + "\"}")
                .is(200)
                .json();
        assertThat(found.path("found")).isEmpty();
        land.gets("/api/v1/dossiers/" + CODE + "?reveal=true&reason=x").is(403);
        land.posts("/api/v1/routes/receive-land/suspend", "{\"reason\":\"x\"}").is(403);
    }

    @Test
    void seesNothingAtAllWithoutADepartment() throws JOSEException {
        String page = in("").opens("/console/departments").body();
        assertThat(page).doesNotContain("<code>land</code>", "<code>home-affairs</code>");
        assertThat(client("").gets("/api/v1/queues").is(200).json().path("queues"))
                .isEmpty();
    }

    /** The catalogue names all agencies to everybody. */
    private static void assertOwn(String address, String page) {
        assertThat(page)
                .as(address)
                .contains("</html>")
                .doesNotContain("role=\"alert\"", "door.health", "national.wake", "dead-letters");
        if (!address.equals(Area.CATALOGUE.path())) {
            assertThat(page).as(address).doesNotContain("home-affairs");
        }
    }

    private ConsoleVisitor in(String department) throws JOSEException {
        return ConsoleVisitor.withProof(hub, client(department).key());
    }

    private HubClient client(String department) throws JOSEException {
        return new HubClient(
                "http://127.0.0.1:" + hub.port(),
                issuer.signed(Issuer.claims(Instant.now())
                        .claim("principal", "chuyen-vien")
                        .claim("role", "DEPARTMENT_USER")
                        .claim("scope", SCOPES)
                        .claim("department", department)
                        .build()));
    }

    private static List<String> links(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult link) -> link.group(1))
                .distinct()
                .toList();
    }
}
