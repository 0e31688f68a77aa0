package vn.lienthong.hub.platform.http;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bodies of pages that are seldom asked for, taken into memory whole; a longer one is refused with 413. */
public final class WholeBody {

    private WholeBody() {}

    /** Its bytes; none for an empty body. */
    public static Mono<byte[]> of(Flux<DataBuffer> body, int mostBytes) {
        return DataBufferUtils.join(body, mostBytes)
                .onErrorMap(
                        DataBufferLimitException.class,
                        tooLong -> new ProblemException(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "too-large",
                                "Nội dung không được quá " + (mostBytes >> 20) + " MB"))
                .map(WholeBody::bytes)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
