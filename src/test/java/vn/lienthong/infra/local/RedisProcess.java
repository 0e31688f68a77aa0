package vn.lienthong.infra.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.lienthong.infra.PartAddresses.Cache;

/** A Redis of a test's own that can be killed and started again with the data it once saved. */
public final class RedisProcess implements AutoCloseable {

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    public RedisProcess(Path folder) {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Cache address() {
        return new Cache("127.0.0.1", port, "", false);
    }

    /** Starts it with what {@link #saves} kept. */
    public RedisProcess start() {
        try {
            String program = new Binaries(Path.of("target", "real-parts", "bin").toAbsolutePath())
                    .program("redis", Platform.redisProgram())
                    .toString();
            process = new ProcessBuilder(
                            List.of(program, "--bind", "127.0.0.1", "--port", Integer.toString(port), "--save", ""))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(10)).until(() -> ask("PING"), "+PONG"::equals);
        return this;
    }

    /** Writes everything it holds to its disk now. */
    public void saves() throws IOException {
        if (!ask("SAVE").equals("+OK")) {
            throw new IllegalStateException("Redis did not save");
        }
    }

    /** What it answers to a command without arguments that need quoting. */
    public String ask(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
