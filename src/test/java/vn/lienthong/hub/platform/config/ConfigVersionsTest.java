package vn.lienthong.hub.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.RealParts;

class ConfigVersionsTest {

    private static final String FILE = "departments/some-office.yaml";
    private static final Actor ADMINISTRATOR = new Actor("lan", Role.ADMINISTRATOR);

    @TempDir
    Path folder;

    private final HikariDataSource database = RealParts.shared().freshDatabase();
    private final HikariDataSource nowhere = nowhere();

    @BeforeEach
    void proposes() {
        write(FILE, "one");
    }

    @AfterEach
    void closes() {
        database.close();
        nowhere.close();
    }

    @Test
    void appliesAChangedProposalWhenAStandaloneHubStarts() {
        assertThat(start(Mode.STANDALONE, database).version()).isEqualTo(1);
        assertThat(start(Mode.STANDALONE, database).version()).isEqualTo(1);
        write(FILE, "two");
        AppliedConfig changed = start(Mode.STANDALONE, database);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.text(FILE)).isEqualTo("two");
    }

    @Test
    void auditsEveryVersionItApplies() {
        start(Mode.STANDALONE, database);
        assertThat(JdbcClient.create(database)
                        .sql(
                                "select object || ' ' || (details -> 'added' ->> 0) from hub.audit where action = 'config.apply'")
                        .query(String.class)
                        .list())
                .containsExactly("config/1 " + FILE);
    }

    @Test
    void keepsTheAppliedVersionOnANodeUntilAnAdministratorAppliesTheFiles() {
        start(Mode.NODE, database);
        write(FILE, "two");
        ConfigVersions versions = versions(Mode.NODE, database);
        AppliedConfig config = versions.start();
        assertThat(config.text(FILE)).isEqualTo("one");
        assertThat(versions.pending().changed()).containsExactly(FILE);
        versions.apply(ADMINISTRATOR);
        assertThat(config.text(FILE)).isEqualTo("two");
        assertThat(versions.pending().none()).isTrue();
    }

    @Test
    void switchesEveryNodeToAVersionAppliedOnOne() {
        ConfigVersions other = versions(Mode.NODE, database);
        AppliedConfig config = other.start();
        List<Long> seen = new ArrayList<>();
        config.onChange(bundle -> seen.add(bundle.version()));
        ConfigVersions one = versions(Mode.NODE, database);
        one.start();
        write(FILE, "two");
        one.apply(ADMINISTRATOR);
        other.follow();
        assertThat(config.text(FILE)).isEqualTo("two");
        assertThat(seen).containsExactly(1L, 2L);
    }

    @Test
    void stillReadsTheVersionAMessageIsPinnedTo() {
        start(Mode.STANDALONE, database);
        write(FILE, "two");
        AppliedConfig config = start(Mode.STANDALONE, database);
        assertThat(config.at(1))
                .hasValueSatisfying(past -> assertThat(past.text(FILE)).isEqualTo("one"));
        assertThat(config.at(9)).isEmpty();
    }

    @Test
    void startsFromItsCopyWhilePostgresqlIsDown() {
        start(Mode.NODE, database);
        write(FILE, "two");
        AppliedConfig config = start(Mode.NODE, nowhere);
        assertThat(config.version()).isEqualTo(1);
        assertThat(config.text(FILE)).isEqualTo("one");
    }

    @Test
    void refusesToStartANodeThatHasNeitherPostgresqlNorACopy() {
        assertThatIllegalStateException().isThrownBy(() -> start(Mode.NODE, nowhere));
    }

    @Test
    void leavesDemonstrationFilesOutOfANode() {
        write("demo/procedures.yaml", "invented");
        assertThat(start(Mode.NODE, database).paths("demo/")).isEmpty();
        assertThat(start(Mode.STANDALONE, database).paths("demo/")).hasSize(1);
    }

    @Test
    void appliesNothingAModuleCannotWorkWith() {
        write(FILE, "broken");
        assertThatIllegalArgumentException().isThrownBy(() -> start(Mode.STANDALONE, database));
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from hub.config_versions")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsWhatWasImportedOverARestartAndUnderAChangeOfAnotherFile() {
        ConfigVersions versions = versions(Mode.STANDALONE, database);
        AppliedConfig config = versions.start();
        versions.amend(config.current(), Map.of(FILE, "imported"), ADMINISTRATOR, Map.of("kind", "test"));
        assertThat(config.text(FILE)).isEqualTo("imported");
        assertThat(start(Mode.STANDALONE, database).text(FILE)).isEqualTo("imported");
        write("departments/other-office.yaml", "new");
        AppliedConfig changed = start(Mode.STANDALONE, database);
        assertThat(changed.text(FILE)).isEqualTo("imported");
        assertThat(changed.text("departments/other-office.yaml")).isEqualTo("new");
        assertThat(start(Mode.STANDALONE, database).version()).isEqualTo(changed.version());
        write(FILE, "two");
        assertThat(start(Mode.STANDALONE, database).text(FILE)).isEqualTo("two");
    }

    @Test
    void revertsToAnEarlierVersionAsANewOneAndAuditsIt() {
        ConfigVersions versions = versions(Mode.STANDALONE, database);
        AppliedConfig config = versions.start();
        versions.amend(config.current(), Map.of(FILE, "imported"), ADMINISTRATOR, Map.of());
        assertThat(versions.revert(1, ADMINISTRATOR)).isPresent();
        assertThat(config.version()).isEqualTo(3);
        assertThat(config.text(FILE)).isEqualTo("one");
        assertThat(versions.revert(99, ADMINISTRATOR)).isEmpty();
        assertThat(JdbcClient.create(database)
                        .sql("select action || ' ' || actor from hub.audit order by id")
                        .query(String.class)
                        .list())
                .containsExactly("config.apply hub", "config.import lan", "config.revert lan");
    }

    @Test
    void refusesAnImportThatWasMadeFromAnotherVersion() {
        ConfigVersions versions = versions(Mode.STANDALONE, database);
        ConfigBundle first = versions.start().current();
        versions.amend(first, Map.of(FILE, "imported"), ADMINISTRATOR, Map.of());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> versions.amend(first, Map.of(FILE, "late"), ADMINISTRATOR, Map.of()))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo("configuration-changed"));
    }

    private AppliedConfig start(Mode mode, DataSource from) {
        return versions(mode, from).start();
    }

    private ConfigVersions versions(Mode mode, DataSource from) {
        HubHome home = PlatformFixture.home(mode, folder.resolve("data"), folder.resolve("config"));
        ConfigHistory history = new ConfigHistory(
                JdbcClient.create(from),
                PlatformFixture.transaction(from),
                Clock.systemUTC(),
                JsonMapper.shared(),
                PlatformFixture.audit(from, Clock.systemUTC()));
        return new ConfigVersions(
                new ConfigFiles(home), history, new ConfigCopy(home, JsonMapper.shared()), List.of(this::check), home);
    }

    private void check(ConfigBundle proposal) {
        if (proposal.text(FILE).equals("broken")) {
            throw new IllegalArgumentException(FILE);
        }
    }

    private void write(String path, String text) {
        try {
            Path file = folder.resolve("config").resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    private static HikariDataSource nowhere() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/none");
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(250);
        return new HikariDataSource(pool);
    }
}
