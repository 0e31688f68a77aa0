package vn.lienthong.hub.intake.collect;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.catalog.sender.Contract;
import vn.lienthong.hub.catalog.sender.Reply;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.BackDoor;
import vn.lienthong.hub.intake.Body;
import vn.lienthong.hub.intake.Collected;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.content.Sha256;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.RealParts;

/** Collectors of several nodes on one real database, with a clock to move; what they hand over is written down. */
public final class CollectRig implements AutoCloseable {

    static final Duration LEASE = Duration.ofMinutes(2);

    private static final String ID = "collected";

    public final HikariDataSource database = RealParts.shared().freshDatabase();
    final JdbcClient db = JdbcClient.create(database);
    public final List<String> handed = new ArrayList<>();
    public final List<String> distinct = new ArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final MockEnvironment environment = new MockEnvironment();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-08-24T03:00:00Z"));
    private final DatabaseBreaker breaker = PlatformFixture.databaseBreaker(database, Clock.systemUTC());
    private final Clock clock = new Moving(now);
    private final BackDoor door = new Notebook();
    private RuntimeException doorFails = new IllegalStateException("never told to fail");
    private int doorTakes = Integer.MAX_VALUE;

    /** A collector of lists as a node of this name has it. */
    Collector node(String name, String format, String section) {
        var lists = new HttpLists(new HttpCalls(RealParts.shared().addresses()), credentials());
        var home = PlatformFixture.home(Mode.STANDALONE, Path.of("target"), Path.of("config"));
        return node(name, format, section, new HttpSource(lists, news(), rounds(name), home, clock));
    }

    public Collector node(String name, String format, String section, Source source) {
        Sender sender = sender(format, section);
        return new Collector(id -> Optional.of(sender), new Sources(List.of(source)), rounds(name), breaker, meters);
    }

    public News news() {
        return new News(new KnownItems(new NamedParameterJdbcTemplate(database), clock), door, meters);
    }

    public BackDoor door() {
        return door;
    }

    public Credentials credentials() {
        return new Credentials(environment);
    }

    public Rounds rounds(String node) {
        return new Rounds(db, clock, new NodeName(node), LEASE);
    }

    public LastContent last() {
        return new LastContent(db);
    }

    static Sender sender(String format, String section) {
        var settings = YAMLMapper.shared().createObjectNode();
        settings.set("collect", YAMLMapper.shared().readTree(section));
        return new Sender(
                ID,
                ID,
                "H52.01",
                format,
                Contract.SNAPSHOTS,
                Reply.RECEIPT,
                1 << 20,
                Set.of(format.equals("xml") ? "text/xml" : "application/json", "text/csv"),
                1,
                settings);
    }

    /** Writes down what comes; what it was given is in memory, as nothing here is large. */
    private final class Notebook implements BackDoor {

        @Override
        public Body keep(Sender sender, InputStream content) throws IOException {
            byte[] bytes = content.readAllBytes();
            if (bytes.length > sender.maxBodyBytes()) {
                throw new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "too large");
            }
            return new Body(bytes, Sha256.hex(bytes), bytes.length);
        }

        @Override
        public Receipt take(Sender sender, Collected found) {
            if (doorTakes-- <= 0) {
                throw doorFails;
            }
            if (found.body().size() == 0) {
                throw new ProblemException(HttpStatus.BAD_REQUEST, "empty-body", "empty");
            }
            handed.add(new String(found.body().inline(), StandardCharsets.UTF_8));
            distinct.add(found.distinct());
            return new Receipt(UUID.nameUUIDFromBytes(found.distinct().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The door takes so many more, then fails once. */
    public void doorFailsAfter(int taken, RuntimeException failure) {
        doorTakes = taken;
        doorFails = failure;
    }

    public void doorWorks() {
        doorTakes = Integer.MAX_VALUE;
    }

    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    public void looks(Collector node) {
        node.look(ID);
    }

    public void isDue() {
        rounds("operator").soon(ID);
    }

    Rounds.Line line() {
        return rounds("reader").lines().getFirst();
    }

    public String trouble() {
        return String.valueOf(line().trouble());
    }

    /** How far it came. */
    public String cursor() {
        return String.valueOf(line().cursor());
    }

    @Override
    public void close() {
        breaker.destroy();
        database.close();
    }

    private static final class Moving extends Clock {

        private final AtomicReference<Instant> now;

        Moving(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.ofHours(7);
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(now.get());
        }
    }
}
