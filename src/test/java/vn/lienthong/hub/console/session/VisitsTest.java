package vn.lienthong.hub.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/** When a visit ends: after a while without anybody there, and after the longest time all the same. */
class VisitsTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T00:30:00Z");
    private static final ConsoleSettings SETTINGS =
            new ConsoleSettings("", "", "", "console", "", true, Duration.ofMinutes(30), Duration.ofHours(12), "");

    private static final Path NOWHERE = Path.of("target");
    private static final HubHome HOME = new HubHome(Mode.STANDALONE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE);

    private final Hand clock = new Hand();
    private final Visits visits = new Visits(
            new SealedCookies(PlatformFixture.seal(), SETTINGS, HOME),
            SETTINGS,
            new Renewals(SETTINGS, new ConsoleClient(SETTINGS, HOME, Schedulers.immediate()), clock),
            JsonMapper.shared(),
            clock,
            Schedulers.immediate());
    private String cookie = "";

    @Test
    void endsAfterHalfAnHourInWhichNobodyAskedForAnything() {
        begins();
        clock.goesOn(Duration.ofMinutes(29));
        assertThat(opens("/console", false)).isTrue();
        clock.goesOn(Duration.ofMinutes(29));
        assertThat(opens("/console", false)).isTrue();
        clock.goesOn(Duration.ofMinutes(31));
        assertThat(opens("/console", false)).isFalse();
    }

    @Test
    void isNotKeptByAPageThatAsksByItselfOrByItsStream() {
        begins();
        for (int minutes = 0; minutes < 25; minutes += 5) {
            clock.goesOn(Duration.ofMinutes(5));
            assertThat(opens("/console", true)).isTrue();
            assertThat(opens("/console/live", false)).isTrue();
        }
        clock.goesOn(Duration.ofMinutes(6));
        assertThat(opens("/console", true)).isFalse();
    }

    @Test
    void endsAfterTwelveHoursHoweverBusy() {
        begins();
        for (int minutes = 0; minutes < 700; minutes += 20) {
            clock.goesOn(Duration.ofMinutes(20));
            assertThat(opens("/console", false))
                    .as("after %d minutes", minutes + 20)
                    .isTrue();
        }
        clock.goesOn(Duration.ofMinutes(20));
        assertThat(opens("/console", false)).isFalse();
    }

    @Test
    void isNobodysOnceTheCookieWasAltered() {
        begins();
        cookie = cookie.substring(0, cookie.length() - 2) + (cookie.endsWith("AA") ? "BB" : "AA");
        assertThat(opens("/console", false)).isFalse();
    }

    private void begins() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/console"));
        Instant now = clock.instant();
        visits.keep(
                exchange, new Visit("lan", "OPERATOR", Set.of("SEE_LISTS"), "", "lt_key", null, null, null, now, now));
        takes(exchange);
    }

    /** Whether somebody is there for this request; the browser keeps the cookie it is given. */
    private boolean opens(String path, boolean byItself) {
        var request = MockServerHttpRequest.get(path).cookie(new HttpCookie(Visits.COOKIE, cookie));
        var exchange = MockServerWebExchange.from(byItself ? request.header(Visits.BY_ITSELF, "1") : request);
        boolean there = visits.load(exchange).blockOptional().isPresent();
        takes(exchange);
        return there;
    }

    private void takes(MockServerWebExchange exchange) {
        ResponseCookie given = exchange.getResponse().getCookies().getFirst(Visits.COOKIE);
        cookie = given == null ? cookie : given.getValue();
    }

    /** A clock that somebody sets. */
    private static final class Hand extends Clock {

        private Instant now = MORNING;

        void goesOn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
