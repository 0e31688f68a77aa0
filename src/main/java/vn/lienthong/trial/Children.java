package vn.lienthong.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The bench's own child processes for raw limits. */
final class Children implements AutoCloseable {

    private final List<Process> started = new ArrayList<>();

    /** Starts the bare echo and answers where it listens. */
    URI startEcho() throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        start(RawEcho.class, "--port", String.valueOf(port));
        for (int tries = 0; tries < 100; tries++) {
            try (Socket probe = new Socket("127.0.0.1", port)) {
                return URI.create("http://127.0.0.1:" + probe.getPort() + "/echo");
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IOException("the bare echo did not start");
    }

    double brokerSendsPerSecond(int producers, Duration window) throws IOException, InterruptedException {
        Process process = start(
                RawBroker.class,
                "--producers",
                String.valueOf(producers),
                "--seconds",
                String.valueOf(window.toSeconds()));
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String figure = output.lines()
                    .filter(line -> line.startsWith("perSecond="))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the bare broker gave no figure"));
            process.waitFor();
            return Double.parseDouble(figure.substring(figure.indexOf('=') + 1));
        }
    }

    private Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dio.netty.noUnsafe=false",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    @Override
    public void close() {
        started.forEach(Process::destroy);
    }
}
