package vn.lienthong.infra.local;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import vn.lienthong.infra.Settings;
import vn.lienthong.infra.StartFailure;

/**
 * Which port each part listens on. A port given by a setting is obeyed or refused; any other is chosen once, kept in
 * {@code run/ports}, and moved to the next free one, with a word about it, when somebody else took it.
 */
final class Ports {

    /** Setting a port to this means: any free one. */
    private static final int ANY = 0;

    private static final int ANY_FROM = 20_000;
    private static final int ANY_TO = 32_000;

    private final Path file;
    private final Settings settings;
    private final Consumer<String> announce;
    private final Properties kept = new Properties();
    private final Set<Integer> promised = new HashSet<>();

    Ports(Path file, Settings settings, Consumer<String> announce) {
        this.file = file;
        this.settings = settings;
        this.announce = announce;
        read();
    }

    int choose(String part, String setting, int usual) {
        int port = settings.find(setting)
                .map(value -> given(part, setting, value))
                .orElseGet(() -> keptOrNext(part, setting, usual));
        promised.add(port);
        kept.setProperty(part, Integer.toString(port));
        write();
        return port;
    }

    private int given(String part, String setting, String value) {
        int port = number(setting, value);
        if (port == ANY) {
            return kept(part).filter(this::isFree).orElseGet(this::anyFree);
        }
        if (!isFree(port)) {
            throw new StartFailure(
                    "port " + port + " for " + part + " is busy (set by " + setting + ")",
                    "free the port or set " + setting + " to another one");
        }
        return port;
    }

    private int keptOrNext(String part, String setting, int usual) {
        int wished = kept(part).orElse(usual);
        if (isFree(wished)) {
            return wished;
        }
        int next = IntStream.rangeClosed(wished + 1, 65_535)
                .filter(this::isFree)
                .findFirst()
                .orElseThrow(() -> new StartFailure("no free port for " + part, "set " + setting));
        announce.accept("Port %d for %s is busy: using %d (choose with %s).".formatted(wished, part, next, setting));
        return next;
    }

    /** Below the range from which the system takes outgoing connections, so that nobody slips in between. */
    private int anyFree() {
        IntSupplier dice = () -> ThreadLocalRandom.current().nextInt(ANY_FROM, ANY_TO);
        return IntStream.generate(dice).filter(this::isFree).findFirst().orElseThrow();
    }

    private Optional<Integer> kept(String part) {
        return Optional.ofNullable(kept.getProperty(part)).map(value -> number(file.toString(), value));
    }

    private static int number(String where, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= ANY && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below, together with numbers out of range
        }
        throw new StartFailure(where + " holds '" + value + "', which is no port", "give a number from 1 to 65535");
    }

    private boolean isFree(int port) {
        if (promised.contains(port)) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    private void read() {
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write() {
        try {
            var text = new StringWriter();
            kept.store(text, null);
            DurableFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
