package vn.lienthong.hub.console.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.content.ContentSink;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.quality.agreement.ReconciliationSettings;

/** Puts an uploaded list into the content store as it comes in, up to the longest that is taken. */
@Component
class ListBodies {

    private static final int AHEAD = 2;

    private final ContentStore store;
    private final Scheduler blocking;
    private final long longest;

    ListBodies(ContentStore store, Scheduler blocking, ReconciliationSettings settings) {
        this.store = store;
        this.blocking = blocking;
        this.longest = settings.longestList().toBytes();
    }

    /** {@code announced} is the length the caller promises, or below 0. */
    Mono<ContentRef> keep(Flux<DataBuffer> body, long announced) {
        if (announced > longest) {
            return Mono.error(tooLarge());
        }
        return onDisk(store::open)
                .flatMap(sink -> body.map(ListBodies::taken)
                        .concatMap(bytes -> onDisk(() -> write(bytes, sink)), AHEAD)
                        .then(onDisk(() -> commit(sink)))
                        .doFinally(end -> blocking.schedule(() -> close(sink))));
    }

    private <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(blocking);
    }

    private static byte[] taken(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private int write(byte[] bytes, ContentSink sink) throws IOException {
        if (sink.size() + bytes.length > longest) {
            throw tooLarge();
        }
        sink.write(bytes, 0, bytes.length);
        return bytes.length;
    }

    private static ContentRef commit(ContentSink sink) {
        if (sink.size() == 0) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "empty-body", "The list is empty");
        }
        return sink.commit();
    }

    private ProblemException tooLarge() {
        String most = Long.toString(longest >> 20);
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "list-too-large",
                "A list may have at most " + most + " MB",
                List.of(new Reason("list-too-large", "body", null, Map.of("max", most))));
    }

    private static void close(ContentSink sink) {
        try {
            sink.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
