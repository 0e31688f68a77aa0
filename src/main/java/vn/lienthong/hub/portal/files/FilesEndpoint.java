package vn.lienthong.hub.portal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.files.FileLinks;

/** {@code GET /api/v1/files/{token}}: the bytes of a file, or the part that was asked for, as a download and never as a page. */
@RestController
class FilesEndpoint {

    private static final int BUFFER = 64 * 1024;

    private final FileDesk desk;
    private final Scheduler blocking;

    FilesEndpoint(FileDesk desk, @Qualifier("blocking") Scheduler blocking) {
        this.desk = desk;
        this.blocking = blocking;
    }

    @GetMapping(FileLinks.PATH + "{token}")
    Mono<ResponseEntity<Flux<DataBuffer>>> give(@PathVariable String token, ServerWebExchange exchange) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        String from = CallerNetwork.of(exchange.getRequest().getRemoteAddress());
        return Mono.fromCallable(() -> {
                    GivenFile file = desk.open(token, from);
                    return answer(file, Slice.of(asked, file.size()));
                })
                .subscribeOn(blocking);
    }

    private ResponseEntity<Flux<DataBuffer>> answer(GivenFile file, Slice slice) {
        if (slice.beyond()) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size())
                    .build();
        }
        var answer = ResponseEntity.status(slice.whole() ? HttpStatus.OK : HttpStatus.PARTIAL_CONTENT)
                .headers(headers -> describe(headers, file));
        if (!slice.whole()) {
            answer.header(HttpHeaders.CONTENT_RANGE, slice.contentRange());
        }
        if (slice.count() >= 0) {
            answer.contentLength(slice.count());
        }
        return answer.body(bytes(file, slice));
    }

    private static void describe(HttpHeaders headers, GivenFile file) {
        headers.setContentType(MediaType.parseMediaType(file.type()));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(SafeName.of(file.name()), StandardCharsets.UTF_8)
                .build());
        headers.setCacheControl(CacheControl.noStore().cachePrivate());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.set("Referrer-Policy", "no-referrer");
        if (file.size() > 0) {
            headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        }
    }

    /** Read as the client takes it, on threads that may wait. */
    private Flux<DataBuffer> bytes(GivenFile file, Slice slice) {
        Flux<DataBuffer> all = DataBufferUtils.readInputStream(
                () -> from(file.content().get(), slice.first()), DefaultDataBufferFactory.sharedInstance, BUFFER);
        return (slice.count() < 0 ? all : DataBufferUtils.takeUntilByteCount(all, slice.count())).subscribeOn(blocking);
    }

    private static InputStream from(InputStream content, long first) throws IOException {
        content.skipNBytes(first);
        return content;
    }
}
