package vn.lienthong.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.standin.Records.dossier;
import static vn.lienthong.standin.Records.step;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    @TempDir
    Path folder;

    @Test
    void holdsEveryAcknowledgedRecordAfterKill() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int round = 1; round <= 2; round++) {
            pushUntilKilled(acknowledged, round);
        }
        Process process = start("0");
        try {
            var caller = new Caller(url(process)).loggedIn();
            assertThat(acknowledged)
                    .isNotEmpty()
                    .allSatisfy(code -> assertThat(
                                    caller.looksUp(code).path(0).path("TienDo").size())
                            .isEqualTo(1));
            assertThat(caller.report().path("duplicates").intValue()).isZero();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void pushUntilKilled(Set<String> acknowledged, int round) throws Exception {
        Process process = start("0");
        var caller = new Caller(url(process)).loggedIn();
        int before = acknowledged.size();
        var numbers = new AtomicInteger();
        List<Thread> pushers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pushers.add(Thread.ofVirtual().start(() -> pushWhileAlive(caller, round, numbers, acknowledged)));
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= before + 40);
        process.destroyForcibly().waitFor();
        for (Thread pusher : pushers) {
            pusher.join();
        }
    }

    private static void pushWhileAlive(Caller caller, int round, AtomicInteger numbers, Set<String> acknowledged) {
        try {
            while (true) {
                String code = "A-%d-%d".formatted(round, numbers.incrementAndGet());
                boolean created = caller.creates(dossier(code))
                        .path("error_code")
                        .asString()
                        .equals("0");
                var progress = caller.progresses(step(code, "4", "20260825080000"));
                if (created && progress.path("error_code").asString().equals("0")) {
                    acknowledged.add(code);
                }
            }
        } catch (RuntimeException killed) {
            assertThat(killed).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void saysWhyItDoesNotStart() throws Exception {
        Process first = start("0");
        try {
            String port = url(first).replaceAll(".*:", "");
            Process second = start("0");
            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(errors()).contains("another stand-in is using");
            Process third =
                    process("--port", port, "--data", folder.resolve("other").toString());
            assertThat(third.waitFor()).isEqualTo(1);
            assertThat(errors()).contains("port " + port + " cannot be used");
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    private Process start(String port) throws IOException {
        return process("--port", port, "--data", folder.resolve("data").toString());
    }

    private Process process(String... options) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), Caller.PASSWORD + "\n");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StandIn.class.getName()));
        command.addAll(List.of("--password-file", password.toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors"));
    }

    private static String url(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        assertThat(line).startsWith("stand-in ready on http://127.0.0.1:");
        return line.replaceAll(".* ", "");
    }
}
