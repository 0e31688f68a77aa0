package vn.lienthong.hub.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.platform.ContentRef;
import vn.lienthong.hub.platform.ContentSink;
import vn.lienthong.hub.platform.ContentStore;
import vn.lienthong.hub.platform.ContentUnavailableException;

/** Takes a body in: a small one in memory on the event loop, a large one to the content store on a thread that may wait. */
@Component
class Bodies {

    private static final int PREFETCH = 16;

    private final ContentStore store;
    private final Scheduler blocking;

    Bodies(ContentStore store, Scheduler blocking) {
        this.store = store;
        this.blocking = blocking;
    }

    /** A body whose length was announced and fits into a message. */
    Mono<Body> collect(Flux<DataBuffer> content, int length) {
        return content.collect(() -> new Collected(length), Collected::add).map(Collected::body);
    }

    /** Any other body: hashed, encrypted and fsynced before this completes. */
    Mono<Body> spool(Flux<DataBuffer> content, long limit) {
        return Mono.using(store::open, sink -> spool(content.publishOn(blocking, PREFETCH), limit, sink), Bodies::close)
                .subscribeOn(blocking)
                .onErrorMap(Bodies::ofStore, e -> Rejections.STORE_AWAY);
    }

    private static Mono<Body> spool(Flux<DataBuffer> content, long limit, ContentSink sink) {
        return content.doOnNext(buffer -> write(buffer, sink, limit))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .then(Mono.fromCallable(() -> {
                    if (sink.size() == 0) {
                        throw Rejections.EMPTY;
                    }
                    ContentRef ref = sink.commit();
                    return new Body(null, ref.sha256(), ref.size());
                }));
    }

    private static void write(DataBuffer buffer, ContentSink sink, long limit) {
        try {
            if (sink.size() + buffer.readableByteCount() > limit) {
                throw Rejections.tooLarge(limit);
            }
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            sink.write(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataBufferUtils.release(buffer);
        }
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
            return new Body(bytes, HexFormat.of().formatHex(sha256().digest(bytes)), filled);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
