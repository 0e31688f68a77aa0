package vn.lienthong.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.trust.SealedFile;

/** What a node remembers of its keys over a restart. */
class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final KeyText KEY = KeyText.fresh(new SecureRandom());

    @TempDir
    Path folder;

    @Test
    void writesARevocationAgainWhenTheFileCouldNotBeWritten() throws IOException {
        Path blocked = Files.createFile(folder.resolve("not-a-folder"));
        SealedFile<List<ApiKey>> file = file(blocked.resolve("keys"));
        var ring = new KeyRing(keys(), new KeyMacs(PlatformFixture.seal()), file, clock());
        ring.refresh();
        assertThat(ring.holder(KEY.text())).as("known at once all the same").isPresent();
        Files.delete(blocked);
        ring.refresh();
        assertThat(file.read()).contains(keys().all());
    }

    private static ApiKeys keys() {
        return new ApiKeys(JdbcClient.create(new SimpleDriverDataSource())) {
            @Override
            List<ApiKey> all() {
                String mac = new KeyMacs(PlatformFixture.seal()).of(KEY);
                return List.of(new ApiKey(KEY.prefix(), mac, "portal", Role.SENDER, NOW, "test", null, null));
            }
        };
    }

    private static SealedFile<List<ApiKey>> file(Path path) {
        return new SealedFile<>(path, PlatformFixture.seal(), JsonMapper.shared(), new TypeReference<>() {});
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
