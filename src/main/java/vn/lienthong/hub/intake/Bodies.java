package vn.lienthong.hub.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.content.ContentSink;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.content.ContentUnavailableException;
import vn.lienthong.hub.platform.content.Sha256;

/** Takes a body in: a small one in memory on the event loop, a large one to the content store on a thread that may wait. */
@Component
class Bodies {

    private static final int PREFETCH = 4;

    private final ContentStore store;
    private final Scheduler blocking;
    private final DoorSettings settings;

    Bodies(ContentStore store, Scheduler blocking, DoorSettings settings) {
        this.store = store;
        this.blocking = blocking;
        this.settings = settings;
    }

    /** A body whose length was announced and fits into a message. */
    Mono<Body> collect(Flux<DataBuffer> content, int length) {
        return content.collect(() -> new Collected(length), Collected::add)
                .map(Collected::body)
                .timeout(settings.stall(), Mono.error(Rejections.TOO_SLOW));
    }

    /** A body as it is, given up when it grows longer than this. */
    Mono<byte[]> inMemory(Flux<DataBuffer> content, int limit) {
        return DataBufferUtils.join(content, limit)
                .map(Bodies::taken)
                .timeout(settings.stall(), Mono.error(Rejections.TOO_SLOW))
                .onErrorMap(DataBufferLimitException.class, longer -> Rejections.tooLarge(limit))
                .switchIfEmpty(Mono.error(Rejections.EMPTY));
    }

    static Body inline(byte[] bytes) {
        return new Body(bytes, Sha256.hex(bytes), bytes.length);
    }

    /** Any other body: hashed, encrypted and fsynced before this completes. */
    Mono<Body> spool(Flux<DataBuffer> content, long limit) {
        Flux<byte[]> parts = content.timeout(settings.stall(), Mono.error(Rejections.TOO_SLOW))
                .map(Bodies::taken);
        return onDisk(store::open)
                .flatMap(sink -> spool(parts, limit, sink).doFinally(end -> blocking.schedule(() -> close(sink))))
                .timeout(settings.upload(), Mono.error(Rejections.TOO_SLOW))
                .doOnDiscard(ContentSink.class, sink -> blocking.schedule(() -> close(sink)))
                .onErrorMap(Bodies::ofStore, e -> Rejections.STORE_AWAY);
    }

    private Mono<Body> spool(Flux<byte[]> parts, long limit, ContentSink sink) {
        return parts.concatMap(bytes -> onDisk(() -> write(bytes, sink, limit)), PREFETCH)
                .then(onDisk(() -> commit(sink)));
    }

    /** On a thread that may wait, though nobody waits for it longer than the deadline. */
    private <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(blocking)
                .timeout(settings.deadline(), Mono.error(Rejections.STORE_AWAY));
    }

    private static byte[] taken(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static int write(byte[] bytes, ContentSink sink, long limit) throws IOException {
        if (sink.size() + bytes.length > limit) {
            throw Rejections.tooLarge(limit);
        }
        sink.write(bytes, 0, bytes.length);
        return bytes.length;
    }

    private static Body commit(ContentSink sink) {
        if (sink.size() == 0) {
            throw Rejections.EMPTY;
        }
        ContentRef ref = sink.commit();
        return new Body(null, ref.sha256(), ref.size());
    }

    private static boolean ofStore(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof ContentUnavailableException;
    }

    private static void close(ContentSink sink) {
        try {
            sink.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body growing in an array of exactly its announced length. */
    private static final class Collected {

        private final byte[] bytes;
        private int filled;

        Collected(int length) {
            this.bytes = new byte[length];
        }

        void add(DataBuffer buffer) {
            int more = buffer.readableByteCount();
            buffer.read(bytes, filled, more);
            filled += more;
            DataBufferUtils.release(buffer);
        }

        Body body() {
            if (filled == 0) {
                throw Rejections.EMPTY;
            }
            return new Body(bytes, Sha256.hex(bytes), filled);
        }
    }
}
