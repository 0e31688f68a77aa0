package vn.lienthong.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.infra.Mode;
import vn.lienthong.trust.SealedFile;

/** With no database at all: keys come from the sealed snapshot, sessions from nowhere. */
class SessionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final KeyText KEY = KeyText.fresh(new SecureRandom());

    @TempDir
    Path folder;

    @Test
    void knowWhoseTheyAreUntilTheirEnd() {
        String session = at(NOW, null).open("portal", KEY.text()).orElseThrow();

        assertThat(at(NOW.plusSeconds(899), null).caller(session))
                .hasValueSatisfying(
                        caller -> assertThat(caller.isSender("portal")).isTrue());
        assertThat(at(NOW.plusSeconds(900), null).caller(session)).isEmpty();
        assertThat(at(NOW.plus(Duration.ofDays(1)), null).caller(session)).isEmpty();
    }

    @Test
    void endWithTheirKey() {
        String session = at(NOW, null).open("portal", KEY.text()).orElseThrow();

        assertThat(at(NOW.plusSeconds(60), NOW.plusSeconds(30)).caller(session)).isEmpty();
    }

    @Test
    void openForNobodyElse() {
        assertThat(at(NOW, null).open("another", KEY.text())).isEmpty();
        assertThat(at(NOW, null)
                        .open("portal", KeyText.fresh(new SecureRandom()).text()))
                .isEmpty();
        assertThat(at(NOW, null).open("portal", "")).isEmpty();
    }

    @Test
    void openNothingOnceAnyPartIsAltered() {
        String session = at(NOW, null).open("portal", KEY.text()).orElseThrow();

        for (int i = 0; i < session.length() - 1; i++) {
            char other = session.charAt(i) == 'A' ? 'B' : 'A';
            String altered = session.substring(0, i) + other + session.substring(i + 1);
            assertThat(at(NOW, null).caller(altered)).as(altered).isEmpty();
        }
        assertThat(at(NOW, null).caller(session + session.repeat(10))).isEmpty();
        assertThat(at(NOW, null).caller("không phải")).isEmpty();
    }

    private Sessions at(Instant now, @Nullable Instant revokedAt) {
        SealedFile<List<ApiKey>> file = new SnapshotConfiguration()
                .keySnapshot(
                        PlatformFixture.home(Mode.STANDALONE, folder, folder),
                        PlatformFixture.seal(),
                        JsonMapper.shared());
        KeyMacs macs = new KeyMacs(PlatformFixture.seal());
        file.write(
                List.of(new ApiKey(KEY.prefix(), macs.of(KEY), "portal", Role.SENDER, NOW, "test", null, revokedAt)));
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        ApiKeys unread = new ApiKeys(JdbcClient.create(new SimpleDriverDataSource()));
        return new Sessions(
                new KeyRing(unread, macs, file, clock),
                PlatformFixture.masterKey(),
                new SessionSettings(Duration.ofMinutes(15)),
                clock);
    }
}
