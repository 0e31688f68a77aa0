package vn.lienthong.standin.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            for (LogEntry entry = next(in); entry != null; entry = next(in)) {
                consumer.accept(entry, whole);
                whole += entry.length();
            }
            if (in.read() >= 0) {
                throw new IOException(
                        "%s is damaged after byte %d; move it away to start empty".formatted(path, whole));
            }
        }
        return whole;
    }

    private static @Nullable LogEntry next(InputStream in) throws IOException {
        try {
            byte[] head = line(in);
            if (head == null) {
                return null;
            }
            JsonNode fields = JSON.readTree(head);
            List<byte[]> records = lines(in, fields.path("records").asInt(0));
            return records == null ? null : LogEntry.read(fields, head, records);
        } catch (JacksonException torn) {
            return null;
        }
    }

    private static @Nullable List<byte[]> lines(InputStream in, int count) throws IOException {
        List<byte[]> lines = new ArrayList<>(count);
        while (lines.size() < count) {
            byte[] line = line(in);
            if (line == null) {
                return null;
            }
            lines.add(line);
        }
        return lines;
    }

    /** Null when the file ends before the line does. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(256);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
        }
        return null;
    }

    private void cutAt(long length) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
            file.getFD().sync();
        }
    }
}
