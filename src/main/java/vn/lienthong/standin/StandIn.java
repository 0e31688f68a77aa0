package vn.lienthong.standin;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.security.SingleHeaderAuthenticator;
import com.github.tomakehurst.wiremock.standalone.JsonFileMappingsSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.lienthong.standin.fault.FaultSwitch;
import vn.lienthong.standin.login.NationalLogin;
import vn.lienthong.standin.store.Dossiers;
import vn.lienthong.standin.store.SentFiles;

/** A running stand-in of the national portal, as a process of its own or inside a test. */
public final class StandIn implements AutoCloseable {

    private static final int SERVER_THREADS = 20;

    private final Dossiers dossiers;
    private final WireMockServer server;

    private StandIn(Dossiers dossiers, WireMockServer server) {
        this.dossiers = dossiers;
        this.server = server;
    }

    public static void main(String[] args) {
        try {
            StandInOptions options = new CommandLine(List.of(args), System.getenv()).options();
            StandIn standIn = start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(standIn::close));
            System.out.println("stand-in ready on " + standIn.url());
        } catch (IOException | RuntimeException e) {
            System.err.println("the stand-in did not start: " + e.getMessage());
            System.exit(1);
        }
    }

    public static StandIn start(StandInOptions options) throws IOException {
        if (!Files.isDirectory(options.mocks().resolve("mappings"))) {
            throw new IOException("no stub mappings in " + options.mocks().toAbsolutePath());
        }
        Dossiers dossiers = Dossiers.open(options.data());
        try {
            WireMockServer server = server(options, dossiers);
            Path sms = options.mocks().resolveSibling("sms").resolve("mappings");
            if (Files.isDirectory(sms)) {
                server.loadMappingsUsing(new JsonFileMappingsSource(new SingleRootFileSource(sms.toString()), null));
            }
            server.start();
            return new StandIn(dossiers, server);
        } catch (FatalStartupException e) {
            dossiers.close();
            throw new IOException("port %d cannot be used: is it taken?".formatted(options.port()), e);
        }
    }

    private static WireMockServer server(StandInOptions options, Dossiers dossiers) throws IOException {
        var clock = Clock.systemDefaultZone();
        var sessions = new Sessions(options, clock, () -> UUID.randomUUID().toString());
        var faults = new FaultSwitch();
        var calls = new Calls();
        var services = new Services(
                sessions,
                new DossierServices(dossiers, options.strict()),
                new Catalogue(options.mocks().resolve("__files")),
                options.dstcode());
        var files = SentFiles.open(options.data());
        var endpoint = new StandInEndpoint(new Controls(dossiers, sessions, faults, calls), options.adminToken());
        return new WireMockServer(configuration(options)
                .extensions(
                        new NationalPortal(services, faults, calls, clock),
                        new PaymentPlatform(options.password(), faults),
                        NationalLogin.of(
                                options.mocks().resolveSibling("identity").resolve("accounts.json"),
                                options.username(),
                                options.password(),
                                clock),
                        new SixStepPortal(new SixSteps(dossiers, files, sessions), faults, calls, clock),
                        endpoint));
    }

    /** Delays are asynchronous: a slow portal must not run out of threads before its callers run out of patience. */
    private static WireMockConfiguration configuration(StandInOptions options) {
        var configuration = WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .withRootDirectory(options.mocks().toString())
                .containerThreads(SERVER_THREADS)
                .jettyAcceptors(1)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(4)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .templatingEnabled(false)
                .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true);
        if (options.adminToken() != null) {
            configuration.adminAuthenticator(
                    new SingleHeaderAuthenticator("Authorization", "Bearer " + options.adminToken()));
        }
        return options.port() == 0 ? configuration.dynamicPort() : configuration.port(options.port());
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
        try {
            dossiers.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
