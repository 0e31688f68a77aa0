package vn.lienthong.hub.intake.decode;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import tools.jackson.databind.JsonNode;

/** The records of a submission in their order, read as they are asked for; {@code skip} resumes after a crash. */
public final class Decoded implements Iterator<JsonNode>, AutoCloseable {

    private final Iterator<JsonNode> records;
    private final Closeable source;

    Decoded(Iterator<JsonNode> records, Closeable source) {
        this.records = records;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public JsonNode next() {
        return records.next();
    }

    public Decoded skip(int count) {
        for (int i = 0; i < count && records.hasNext(); i++) {
            records.next();
        }
        return this;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
