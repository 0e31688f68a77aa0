package vn.lienthong.standin.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a log back; a last line torn by a crash was never acknowledged and is cut off. */
final class LogLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path path;

    LogLines(Path path) {
        this.path = path;
    }

    void replay(Consumer<JsonNode> consumer) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        long whole = readLines(consumer);
        if (whole < Files.size(path)) {
            cutAt(whole);
        }
    }

    /** Returns the length of the part that could be read. */
    private long readLines(Consumer<JsonNode> consumer) throws IOException {
        long whole = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            var line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                } else if (accept(line.toByteArray(), consumer)) {
                    whole += line.size() + 1;
                    line.reset();
                } else if (in.read() < 0) {
                    return whole;
                } else {
                    throw new IOException(
                            "%s is damaged at byte %d; move it away to start empty".formatted(path, whole));
                }
            }
        }
        return whole;
    }

    private static boolean accept(byte[] line, Consumer<JsonNode> consumer) {
        JsonNode entry;
        try {
            entry = JSON.readTree(line);
        } catch (JacksonException unreadable) {
            return false;
        }
        consumer.accept(entry);
        return true;
    }

    private void cutAt(long length) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
            file.getFD().sync();
        }
    }
}
