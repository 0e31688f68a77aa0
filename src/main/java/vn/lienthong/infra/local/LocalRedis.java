package vn.lienthong.infra.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.infra.PartAddresses.Cache;

/** Redis on the loopback address, without persistence: what it holds may be lost. */
final class LocalRedis implements Server {

    private final Path folder;
    private final Path configuration;
    private final Binaries binaries;
    private final int port;
    private final String password;

    LocalRedis(Path data, Binaries binaries, int port, Secrets secrets) {
        this.folder = data.resolve("redis");
        this.configuration = data.resolve("run").resolve("redis.conf");
        this.binaries = binaries;
        this.port = port;
        this.password = secrets.password("redis");
    }

    Cache address() {
        return new Cache("127.0.0.1", port, password, false);
    }

    @Override
    public String title() {
        return "Redis";
    }

    @Override
    public String id() {
        return "redis";
    }

    @Override
    public boolean isEssential() {
        return false;
    }

    /** The password goes by a private file: the command line of a process is public. */
    @Override
    public void prepare() throws IOException {
        DurableFiles.privateFolder(folder);
        new Leftovers(folder).clear();
        DurableFiles.write(configuration, """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                appendonly no
                save ""
                maxmemory 128mb
                maxmemory-policy allkeys-lru
                """.formatted(port, password, folder));
    }

    @Override
    public ProcessBuilder command() throws IOException {
        List<String> command = new ArrayList<>(Platform.ownSession());
        command.add(binaries.program("redis", Platform.redisProgram()).toString());
        command.add(configuration.toString());
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    @Override
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(500);
            String question = "AUTH " + password + "\r\nPING\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            return read(socket.getInputStream()).equals("+OK\r\n+PONG\r\n");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String read(InputStream answer) throws IOException {
        return new String(answer.readNBytes("+OK\r\n+PONG\r\n".length()), StandardCharsets.US_ASCII);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void askToEnd(ProcessHandle process) {
        process.destroy();
    }
}
