package vn.lienthong.hub.national.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.catalog.procedure.NationalProcedures.Published;
import vn.lienthong.hub.national.NationalRules;
import vn.lienthong.hub.national.portal.Portal;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.national.portal.Session;
import vn.lienthong.hub.national.portal.SharedSession;
import vn.lienthong.hub.national.portal.Wire;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.standin.StandIn;
import vn.lienthong.standin.StandInOptions;

class PortalProceduresTest {

    private static final String PASSWORD = "rig";

    @TempDir
    Path data;

    @Test
    void asksTheStandInForTheProceduresOfTheProvince() throws IOException {
        try (StandIn standIn = StandIn.start(StandInOptions.of(data, PASSWORD))) {
            assertThat(procedures(standIn.url(), PASSWORD).published(Set.of("1.004889", "9.999999")))
                    .extracting(Published::code)
                    .containsExactly("1.004889");
        }
    }

    @Test
    void saysThatThePortalDoesNotAnswer() throws IOException {
        try (StandIn standIn = StandIn.start(StandInOptions.of(data, PASSWORD))) {
            PortalProcedures wrong = procedures(standIn.url(), "wrong");
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> wrong.published(Set.of("1.004889")))
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo("national-portal-unavailable"));
        }
    }

    private static PortalProcedures procedures(String url, String password) {
        NationalRules rules = NationalRules.read(PlatformFixture.projectConfig().text("national.yaml"));
        Duration patience = Duration.ofSeconds(10);
        Wire wire =
                new Wire(URI.create(url), rules.caller().dstcode(), new Wire.Timing(patience, patience, 2_000_000, 2));
        Session.Account account =
                new Session.Account(rules.paths().login(), rules.caller().username(), () -> password);
        Portal share = new Portal(wire, rules.paths().share(), rules.replies(), new PortalBreaker(patience));
        return new PortalProcedures(share, new Session(wire, account, SharedSession.NONE), rules.caller());
    }
}
