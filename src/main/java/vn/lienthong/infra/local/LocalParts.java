package vn.lienthong.infra.local;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import vn.lienthong.infra.BrokerGate;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.Settings;
import vn.lienthong.infra.StartFailure;

/**
 * The real servers of one data folder: PostgreSQL, Redis, Artemis and the stand-in portal.
 *
 * <p>{@link #on} takes the folder and decides the addresses, {@link #startServers()} and {@link #startBroker()} start
 * them, {@link #close()} stops them: broker, Redis, PostgreSQL, stand-in.
 */
public final class LocalParts implements AutoCloseable {

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final FolderLock lock;
    private final int hubPort;
    private final int identityPort;
    private final LocalPostgres postgres;
    private final LocalRedis redis;
    private final LocalStandIn standIn;
    private final LocalBroker broker;
    private final Supervised supervisedPostgres;
    private final Supervised supervisedRedis;
    private final Supervised supervisedStandIn;

    private LocalParts(FolderLock lock, HubHome home, Path programs, Settings settings, Consumer<String> announce) {
        Path data = home.data();
        this.lock = lock;
        var secrets = new Secrets(home.secrets(), new SecureRandom());
        secrets.key("master-key");
        secrets.password("admin-token");
        secrets.password("national");
        var binaries = new Binaries(programs);
        var ports = new Ports(data.resolve("run").resolve("ports"), settings, announce);
        this.hubPort = ports.choose("hub", "LIENTHONG_PORT", 8080);
        this.identityPort = ports.choose("identity", "LIENTHONG_IDENTITY_PORT", hubPort + 1);
        this.postgres =
                new LocalPostgres(data, binaries, ports.choose("postgres", "LIENTHONG_POSTGRES_PORT", 15432), secrets);
        this.redis = new LocalRedis(data, binaries, ports.choose("redis", "LIENTHONG_REDIS_PORT", 16379), secrets);
        this.standIn = new LocalStandIn(home, ports.choose("stand-in", "LIENTHONG_STANDIN_PORT", 8090), secrets);
        this.broker = new LocalBroker(data, settings, secrets);
        this.supervisedPostgres = new Supervised(postgres, data);
        this.supervisedRedis = new Supervised(redis, data);
        this.supervisedStandIn = new Supervised(standIn, data);
    }

    /** Takes the data folder for this process, ends what a killed predecessor left running, and chooses the ports. */
    public static LocalParts on(HubHome home, Settings settings, Consumer<String> announce) {
        Path programs = Path.of(
                settings.orElse("LIENTHONG_PROGRAMS", home.data().resolve("bin").toString()));
        return on(home, programs.toAbsolutePath(), settings, announce);
    }

    /** As above with the servers' programs unpacked to another folder, so that several data folders can share them. */
    public static LocalParts on(HubHome home, Path programs, Settings settings, Consumer<String> announce) {
        FolderLock lock = lock(home.data());
        try {
            Orphans.end(home.data(), announce);
            return new LocalParts(lock, home, programs, settings, announce);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FolderLock lock(Path data) {
        try {
            for (String folder : List.of("", "run", "logs")) {
                DurableFiles.privateFolder(data.resolve(folder));
            }
            return FolderLock.take(data);
        } catch (IOException e) {
            throw new StartFailure(
                    "the data folder " + data + " cannot be used: " + e.getMessage(),
                    "make it writable, or choose another with LIENTHONG_DATA",
                    e);
        }
    }

    /** Where everything is. */
    public PartAddresses addresses() {
        return new PartAddresses(postgres.address(), redis.address(), broker.address(), standIn.address());
    }

    /** Who else may open the broker. */
    public BrokerGate brokerGate() {
        return broker.gate();
    }

    /** The port chosen for the hub itself. */
    public int hubPort() {
        return hubPort;
    }

    /** The port chosen for identity. */
    public int identityPort() {
        return identityPort;
    }

    /** Starts PostgreSQL and Redis, side by side; complete when both answer. */
    public CompletableFuture<Void> startServers() {
        return CompletableFuture.allOf(
                CompletableFuture.runAsync(supervisedPostgres::start, THREADS)
                        .thenRunAsync(postgres::ensureDatabase, THREADS),
                CompletableFuture.runAsync(supervisedRedis::start, THREADS));
    }

    /** Starts the stand-in portal; complete when it answers. The hub does not wait for it: a neighbour may be away. */
    public CompletableFuture<Void> startStandIn() {
        return LocalStandIn.isPresent()
                ? CompletableFuture.runAsync(supervisedStandIn::start, THREADS)
                : CompletableFuture.completedFuture(null);
    }

    /** Starts Artemis in this process. */
    public void startBroker() {
        broker.start();
    }

    /** Waits for a start and answers its failure as itself. */
    public static void await(CompletableFuture<Void> start) {
        try {
            start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }

    @Override
    public void close() {
        for (AutoCloseable part : List.of(broker, supervisedRedis, supervisedPostgres, supervisedStandIn, lock)) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("While stopping: " + e.getMessage());
            }
        }
    }
}
