package vn.lienthong.standin.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a log back; a last entry torn by a crash was never acknowledged and is cut off. */
final class LogReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path path;

    LogReader(Path path) {
        this.path = path;
    }

    /** Gives each entry with the position it starts at. */
    void replay(ObjLongConsumer<LogEntry> consumer) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        long whole = readWhole(consumer);
        if (whole < Files.size(path)) {
            cutAt(whole);
        }
    }

    /** Returns the length of the part that could be read. */
    private long readWhole(ObjLongConsumer<LogEntry> consumer) throws IOException {
        long whole = 0;
        try (Lines lines = new Lines(Files.newInputStream(path))) {
            for (LogEntry entry = next(lines); entry != null; entry = next(lines)) {
                consumer.accept(entry, whole);
                whole += entry.length();
            }
            if (lines.hasMore()) {
                throw new IOException(
                        "%s is damaged after byte %d; move it away to start empty".formatted(path, whole));
            }
        }
        return whole;
    }

    private static @Nullable LogEntry next(Lines lines) throws IOException {
        try {
            byte[] head = lines.next();
            if (head == null) {
                return null;
            }
            JsonNode fields = JSON.readTree(head);
            List<byte[]> records = take(lines, fields.path("records").asInt(0));
            return records == null ? null : LogEntry.read(fields, head, records);
        } catch (JacksonException torn) {
            return null;
        }
    }

    private static @Nullable List<byte[]> take(Lines lines, int count) throws IOException {
        List<byte[]> taken = new ArrayList<>(count);
        while (taken.size() < count) {
            byte[] line = lines.next();
            if (line == null) {
                return null;
            }
            taken.add(line);
        }
        return taken;
    }

    private void cutAt(long length) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
            file.getFD().sync();
        }
    }
}
