package vn.lienthong.hub.intake.submissions;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.intake.decode.RefusedException;

/**
 * Cuts a submission into chunks of records, each kept in a database transaction of its own; what comes out are the
 * numbers of the kept records, to be sent only after their chunk is kept. Never holds more than one chunk.
 */
final class Splitting implements Iterator<Integer>, Closeable {

    /** Keeps a chunk with how far the submission is now read. */
    interface Keeper {

        void keep(Chunk chunk);
    }

    /**
     * Up to {@value #SIZE} records.
     *
     * @param refused set in the last chunk when the rest cannot be read
     */
    record Chunk(
            int first,
            List<byte[]> payloads,
            boolean last,
            @Nullable Ending refused) {

        int lastNo() {
            return first + payloads.size() - 1;
        }

        Progress progress() {
            if (refused != null) {
                return new Progress(Progress.State.UNDECODABLE, lastNo());
            }
            return new Progress(last ? Progress.State.SPLIT : Progress.State.RECEIVING, lastNo());
        }

        int records() {
            return refused == null ? lastNo() : lastNo() + 1;
        }
    }

    static final int SIZE = 500;

    private final Iterator<JsonNode> decoded;
    private final Runnable closing;
    private final JsonMapper json;
    private final Keeper keeper;
    private int kept;
    private int given;
    private boolean last;

    /** {@code decoded} stands behind record {@code done}. */
    Splitting(Iterator<JsonNode> decoded, Runnable closing, int done, JsonMapper json, Keeper keeper) {
        this.decoded = decoded;
        this.closing = closing;
        this.json = json;
        this.keeper = keeper;
        this.kept = done;
        this.given = done;
    }

    /** Keeps the first chunk, before which nothing must be sent. */
    Splitting start(List<JsonNode> alreadyRead) {
        keepChunk(alreadyRead);
        return this;
    }

    @Override
    public boolean hasNext() {
        if (given == kept && !last) {
            keepChunk(List.of());
        }
        return given < kept;
    }

    @Override
    public Integer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ++given;
    }

    @Override
    public void close() {
        closing.run();
    }

    private void keepChunk(List<JsonNode> alreadyRead) {
        List<byte[]> payloads = new ArrayList<>(SIZE);
        alreadyRead.forEach(record -> payloads.add(json.writeValueAsBytes(record)));
        @Nullable Ending refused = null;
        try {
            while (payloads.size() < SIZE && decoded.hasNext()) {
                payloads.add(json.writeValueAsBytes(decoded.next()));
            }
            last = !decoded.hasNext();
        } catch (RefusedException unreadable) {
            refused = Ending.refused(null, unreadable.reasons());
            last = true;
        }
        Chunk chunk = new Chunk(kept + 1, payloads, last, refused);
        keeper.keep(chunk);
        kept = chunk.lastNo();
        if (last) {
            close();
        }
    }
}
