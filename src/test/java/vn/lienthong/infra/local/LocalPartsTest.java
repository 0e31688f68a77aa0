package vn.lienthong.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.infra.OwnProcesses;
import vn.lienthong.infra.StartFailure;

@OwnProcesses
class LocalPartsTest {

    @TempDir
    Path temporary;

    @Test
    void startsStopsAndStartsAgainOnTheSameData() throws Exception {
        var folder = TestFolder.at(temporary.resolve("data"));
        try (var first = folder.start()) {
            TestFolder.execute(first, "create table public.kept as select 7 as answer");
            send(first, "kept");
        }
        assertThat(folder.data().resolve("run/postgres.pid")).doesNotExist();
        try (var second = folder.start()) {
            assertThat(TestFolder.number(second, "select answer from public.kept"))
                    .isEqualTo(7);
            assertThat(receive(second)).isEqualTo("kept");
        }
    }

    @Test
    void bringsBackPostgresAndRedisKilledWithNine() throws Exception {
        var folder = TestFolder.at(temporary.resolve("data"));
        try (var parts = folder.start()) {
            TestFolder.execute(parts, "create table public.kept as select 7 as answer");
            ProcessHandle postgres = folder.process("postgres");
            ProcessHandle redis = folder.process("redis");
            postgres.destroyForcibly();
            redis.destroyForcibly();
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                assertThat(TestFolder.number(parts, "select answer from public.kept"))
                        .isEqualTo(7);
                assertThat(folder.process("postgres").pid()).isNotEqualTo(postgres.pid());
                assertThat(folder.process("redis").pid()).isNotEqualTo(redis.pid());
            });
        }
    }

    @Test
    void recoversWhenTheWholeHubAndItsPostmasterWereKilledWithNine() throws Exception {
        var folder = TestFolder.at(temporary.resolve("data"));
        Process hub = KilledHub.on(folder);
        ProcessHandle redis = folder.process("redis");
        hub.destroyForcibly().waitFor();
        folder.process("postgres").destroyForcibly();
        try (var parts = folder.start()) {
            assertThat(redis.isAlive()).isFalse();
            assertThat(TestFolder.number(parts, "select count(*) from public.kept"))
                    .isEqualTo(1);
        }
        assertThat(folder.announced()).anyMatch(line -> line.contains("left over from a hub that was killed"));
    }

    @Test
    void stopsThePostgresOfAKilledHubBeforeItStartsItsOwn() throws Exception {
        var folder = TestFolder.at(temporary.resolve("data"));
        Process hub = KilledHub.on(folder);
        ProcessHandle postgres = folder.process("postgres");
        hub.destroyForcibly().waitFor();
        try (var parts = folder.start()) {
            assertThat(postgres.isAlive()).isFalse();
            assertThat(TestFolder.number(parts, "select count(*) from public.kept"))
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesASecondHubOnTheSameFolder() {
        var folder = TestFolder.at(temporary.resolve("data"));
        try (var first = folder.take()) {
            assertThat(first.hubPort()).isPositive();
            assertThatThrownBy(folder::take)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("another hub is running on " + folder.data());
        }
    }

    @Test
    void makesTheDatabaseAgainWhenItsFirstStartWasInterrupted() throws Exception {
        var folder = TestFolder.at(temporary.resolve("data"));
        Files.createDirectories(folder.data().resolve("postgres.new/base/1"));
        Files.writeString(folder.data().resolve("postgres.new/PG_VERSION"), "18");
        try (var parts = folder.start()) {
            assertThat(TestFolder.number(parts, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void saysWhatIsMissingInADamagedDatabase() throws Exception {
        var folder = TestFolder.at(temporary.resolve("data"));
        Files.createDirectories(folder.data().resolve("postgres"));
        assertThatThrownBy(folder::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("is damaged: PG_VERSION is missing");
    }

    private static void send(LocalParts parts, String text) throws JMSException {
        try (var connection = connection(parts);
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue("kept")).send(session.createTextMessage(text));
        }
    }

    private static String receive(LocalParts parts) throws JMSException {
        try (var connection = connection(parts);
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            return session.createConsumer(session.createQueue("kept"))
                    .receive(5_000)
                    .getBody(String.class);
        }
    }

    private static jakarta.jms.Connection connection(LocalParts parts) throws JMSException {
        var broker = parts.addresses().broker();
        return new ActiveMQConnectionFactory(broker.url()).createConnection(broker.user(), broker.password());
    }
}
