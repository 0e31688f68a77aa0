package vn.lienthong.trial;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A Keycloak with one realm and one client that proves itself by a secret, to measure beside ours. */
final class KeycloakBeside implements AutoCloseable {

    static final String CLIENT = "bench";
    static final String SECRET = "the-secret-of-the-bench";
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final String REALM = """
            {"realm":"bench","enabled":true,"sslRequired":"none","clients":[{"clientId":"%s","secret":"%s",
             "publicClient":false,"standardFlowEnabled":false,"serviceAccountsEnabled":true}]}""";

    private final Process process;
    private final URI realm;

    KeycloakBeside(Path folder, Path log) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path imports = Files.createDirectories(folder.resolve("data").resolve("import"));
        Files.writeString(imports.resolve("bench-realm.json"), REALM.formatted(CLIENT, SECRET));
        realm = URI.create("http://127.0.0.1:" + port + "/realms/bench");
        var command = new ProcessBuilder(
                        folder.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--db=dev-mem",
                        "--log-level=warn")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process = command.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        awaitReady();
    }

    URI token() {
        return URI.create(realm + "/protocol/openid-connect/token");
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ask = HttpRequest.newBuilder(realm).build();
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            try {
                if (http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it starts for half a minute
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IOException("Keycloak did not start");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
