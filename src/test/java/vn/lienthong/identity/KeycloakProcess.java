package vn.lienthong.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A Keycloak of its own with one realm, {@code citizen}; where it lies says {@code lienthong.keycloak}. */
final class KeycloakProcess implements AutoCloseable {

    private final Process process;
    private final URI realm;

    KeycloakProcess(int port, String realmJson, Path log) throws IOException {
        Path folder = Path.of(Objects.requireNonNull(
                System.getProperty("lienthong.keycloak"), "scripts/interop unpacks Keycloak and says where"));
        Path imports = Files.createDirectories(folder.resolve("data").resolve("import"));
        Files.writeString(imports.resolve("citizen-realm.json"), realmJson);
        realm = URI.create("http://127.0.0.1:" + port + "/realms/citizen");
        var command = new ProcessBuilder(
                        folder.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--db=dev-mem",
                        "--features-disabled=ciba,device-flow")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process = command.start();
    }

    URI realm() {
        return realm;
    }

    void awaitReady() {
        var somebody = new Browser();
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .until(() ->
                        somebody.send(HttpRequest.newBuilder(realm).build()).statusCode() == 200);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
