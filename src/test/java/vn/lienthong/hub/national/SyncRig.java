package vn.lienthong.hub.national;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.SyncLedger;
import vn.lienthong.hub.national.payload.FileOffer;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.national.portal.Session;
import vn.lienthong.hub.national.portal.SharedSession;
import vn.lienthong.hub.national.portal.Wire;
import vn.lienthong.hub.national.sync.Accounts;
import vn.lienthong.hub.national.sync.SyncSettings;
import vn.lienthong.hub.national.sync.Workers;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.content.ContentUnavailableException;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.trace.Traces;
import vn.lienthong.infra.RealParts;
import vn.lienthong.standin.StandIn;
import vn.lienthong.standin.StandInOptions;

/** Real workers on a real database of their own, before a real stand-in; everything else is left out. */
public final class SyncRig implements AutoCloseable {

    public static final Neighbour PORTAL = new Neighbour("national", "stand-in");
    public static final String PASSWORD = "rig";

    private final Clock clock = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    private final HikariDataSource database = RealParts.shared().freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final DatabaseBreaker databaseBreaker = PlatformFixture.databaseBreaker(database, clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Path standInData;
    private final StandIn standIn;
    private final Portrayal portal;
    private final Map<String, String> settings;
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private volatile NationalRules rules = DoorsFixture.rules();
    private Workers workers;

    public SyncRig(Map<String, String> settings) {
        try {
            this.settings = settings;
            this.standInData = Files.createTempDirectory("stand-in");
            this.standIn = StandIn.start(StandInOptions.of(standInData, PASSWORD));
            this.portal = new Portrayal(URI.create(standIn.url()));
            this.workers = hire("rig");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Another node, or the same one after a crash. */
    public Workers hire(String node) {
        var bound = bound();
        var breaker = new PortalBreaker(bound.breakerPause());
        return new Workers(PORTAL, node, bound, store(), breaker, doors(bound, breaker), Accounts.NONE);
    }

    private Doors doors(SyncSettings bound, PortalBreaker breaker) {
        var rules = rules();
        var timing = new Wire.Timing(bound.connectTimeout(), bound.callTimeout(), 2_000_000, bound.calls() + 2);
        var address = URI.create(standIn.url());
        var wire = new Wire(address, rules.caller().dstcode(), timing);
        var account = new Session.Account(rules.paths().login(), rules.caller().username(), () -> PASSWORD);
        var entrance = new Doors.Entrance(
                (to, dstcode) -> new Wire(to, dstcode, timing),
                address,
                new Session(wire, account, SharedSession.NONE),
                (door, to) -> () -> PASSWORD,
                door -> SharedSession.NONE,
                () -> new PortalBreaker(bound.breakerPause()));
        var words = new Doors.Words(CatalogFixture.ofProject().codeLists(), FileOffer.NONE, this::content);
        return new Doors(this::rules, words, entrance, breaker, clock);
    }

    private NationalRules rules() {
        return rules;
    }

    /** Adds lines to the choice of dialects of {@code config/national.yaml}, from now on. */
    public void dialects(String lines) {
        rules = DoorsFixture.rules(lines);
    }

    /** Keeps a file as the hub would; returns the hash of its content. */
    public String holds(String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            var sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            contents.put(sha256, bytes);
            return sha256;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] content(String sha256) {
        var content = contents.get(sha256);
        if (content == null) {
            throw new ContentUnavailableException(new IOException("no content " + sha256));
        }
        return content;
    }

    private Workers.Store store() {
        var catalog = CatalogFixture.ofProject();
        return new Workers.Store(
                database,
                jdbc,
                PlatformFixture.transaction(database),
                databaseBreaker,
                PlatformFixture.seal(),
                catalog.procedures(),
                catalog.agencies(),
                clock,
                new Random(7),
                meters,
                Traces.NONE);
    }

    private SyncSettings bound() {
        var source = new MapConfigurationPropertySource(settings);
        return new Binder(source).bindOrCreate("lienthong.national", SyncSettings.class);
    }

    public Workers workers() {
        return workers;
    }

    public Portrayal portal() {
        return portal;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public SyncLedger ledger() {
        return new SyncLedger(jdbc, clock, List.of(PORTAL));
    }

    public Registered register() {
        return new Registered(jdbc, ledger(), clock);
    }

    public HikariDataSource database() {
        return database;
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    public static Duration patience() {
        return Duration.ofSeconds(90);
    }

    @Override
    public void close() {
        workers.stop();
        standIn.close();
        databaseBreaker.destroy();
        database.close();
        try {
            FileSystemUtils.deleteRecursively(standInData);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
