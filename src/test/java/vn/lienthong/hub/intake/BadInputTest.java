package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.RealParts;

/** Every golden push, good and bad, through the real door: never a 500, never a loss, never a bug of ours. */
class BadInputTest {

    private static final Path GOLDEN = Path.of("src/test/resources/departments");

    @Test
    void endsEveryGoldenPushWithoutAnErrorOfOursAndWithoutALoss() throws IOException {
        HubHome home = RealParts.shared().freshHome();
        try (RunningHub hub = RunningHub.start(home, RealParts.shared().addressesWithFreshDatabase())) {
            // those of the other province's systems have no door here
            List<Path> pushes = pushes().stream()
                    .filter(file -> hub.bean(Senders.class).find(sender(file)).isPresent())
                    .toList();
            assertThat(pushes).hasSizeGreaterThan(400);
            long taken =
                    pushes.stream().filter(file -> push(hub, home, file) == 202).count();

            DoorClient operator = as(hub, home, "operator");
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                JsonNode total = operator.asks("/api/v1/accounts").body().path("total");
                assertThat(total.path("inFlight").asLong()).isZero();
                assertThat(total.path("balanced").asBoolean()).isTrue();
                assertThat(total.path("accepted").asLong()).isGreaterThanOrEqualTo(taken);
            });
            assertThat(operator.asks("/api/v1/failures?cause=internal-error")
                            .body()
                            .path("failures"))
                    .isEmpty();
        }
    }

    private static int push(RunningHub hub, HubHome home, Path file) {
        String sender = sender(file);
        String type = hub.bean(Senders.class).find(sender).orElseThrow().contentTypes().stream()
                .sorted()
                .reduce((first, last) -> last)
                .orElseThrow();
        try {
            byte[] body = Files.readAllBytes(file);
            int status = as(hub, home, sender)
                    .pushes(sender, BodyPublishers.ofByteArray(body), Map.of("Content-Type", type))
                    .status();
            assertThat(status).as("%s", file).isIn(body.length == 0 ? List.of(400) : List.of(200, 202, 422));
            return status == 400 ? status : 202;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sender(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static DoorClient as(RunningHub hub, HubHome home, String principal) throws IOException {
        String key = Files.readString(home.secrets().resolve("keys").resolve(principal));
        return new DoorClient("http://127.0.0.1:" + hub.port(), key.strip());
    }

    private static List<Path> pushes() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.getFileName().toString().contains(".push."))
                    .sorted()
                    .toList();
        }
    }
}
