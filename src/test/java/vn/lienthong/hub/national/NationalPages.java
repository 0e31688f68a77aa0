package vn.lienthong.hub.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.dossier.SyncLedger;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;
import vn.lienthong.standin.StandIn;
import vn.lienthong.standin.StandInOptions;

/** A whole hub before a stand-in of its own, and whoever asks it over HTTP. */
final class NationalPages implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String ADMINISTRATOR = "the-token-of-these-pages";

    private final HubHome home = RealParts.shared().freshHome();
    private final StandIn standIn;
    private final Portrayal portal;
    private final RunningHub hub;
    private final PartAddresses.Database database;

    NationalPages() {
        try {
            Files.createDirectories(home.secrets());
            Files.writeString(home.secrets().resolve("national"), "pages");
            Files.writeString(home.secrets().resolve("admin-token"), ADMINISTRATOR);
            standIn = StandIn.start(
                    StandInOptions.of(Files.createDirectories(home.data().resolve("stand-in")), "pages"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var parts = RealParts.shared().addressesWithFreshDatabase();
        database = parts.database();
        portal = new Portrayal(URI.create(standIn.url()));
        hub = RunningHub.start(
                home, new PartAddresses(parts.database(), parts.cache(), parts.broker(), URI.create(standIn.url())));
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {}

    Answer gets(String principal, String path) {
        return send(principal, request(path).GET());
    }

    Answer posts(String principal, String path, String body) {
        return send(
                principal,
                request(path).setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    private Answer send(String principal, HttpRequest.Builder request) {
        try {
            if (!principal.isEmpty()) {
                Path key = home.secrets().resolve("keys").resolve(principal);
                request.setHeader(
                        "Authorization", "Bearer " + Files.readString(key).strip());
            }
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JsonMapper.shared().readTree(response.body().isEmpty() ? "{}" : response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    HubClient administrator() {
        return new HubClient("http://127.0.0.1:" + hub.port(), ADMINISTRATOR);
    }

    HubClient as(String principal) {
        return hub.as(principal);
    }

    Registered register() {
        return new Registered(jdbc(), hub.bean(SyncLedger.class), hub.bean(Clock.class));
    }

    JdbcClient jdbc() {
        return hub.bean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return hub.bean(type);
    }

    /** The server refuses this hub's database to everybody meanwhile, and ends what is connected to it. */
    void withoutDatabase(Runnable meanwhile) {
        var url = database.url();
        var name = url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
        var server = url.substring(0, url.lastIndexOf('/') + 1) + "postgres";
        var admin = JdbcClient.create(new DriverManagerDataSource(server, database.user(), database.password()));
        admin.sql("alter database \"%s\" allow_connections false".formatted(name))
                .update();
        try {
            admin.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = ?")
                    .param(name)
                    .query(Long.class)
                    .single();
            meanwhile.run();
        } finally {
            admin.sql("alter database \"%s\" allow_connections true".formatted(name))
                    .update();
        }
    }

    String standIn() {
        return standIn.url();
    }

    Portrayal portal() {
        return portal;
    }

    List<String> audited(String action) {
        return jdbc().sql("select actor || ' ' || object || ' ' || details from hub.audit where action = ? order by id")
                .param(action)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        hub.close();
        standIn.close();
        try {
            FileSystemUtils.deleteRecursively(home.data());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
