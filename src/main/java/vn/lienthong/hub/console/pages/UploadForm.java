package vn.lienthong.hub.console.pages;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A form that may bring a file.
 *
 * @param fields what was typed, without blanks around it
 * @param name of the file as its sender has it; empty when none was chosen
 * @param tooLarge whether it has more than {@link #LARGEST} bytes, which are then not kept
 */
record UploadForm(Map<String, String> fields, String name, byte[] file, boolean tooLarge) {

    /** In bytes. */
    static final int LARGEST = 1 << 20;

    static Mono<UploadForm> of(ServerWebExchange exchange) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)
                ? exchange.getMultipartData().flatMap(UploadForm::of)
                : exchange.getFormData().map(form -> new UploadForm(stripped(form), "", new byte[0], false));
    }

    private static Mono<UploadForm> of(MultiValueMap<String, Part> parts) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        parts.values().stream()
                .flatMap(Collection::stream)
                .filter(FormFieldPart.class::isInstance)
                .map(FormFieldPart.class::cast)
                .forEach(field -> typed.add(field.name(), field.value()));
        Map<String, String> fields = stripped(typed);
        return Flux.fromIterable(parts.values())
                .flatMapIterable(same -> same)
                .ofType(FilePart.class)
                .filter(part -> !part.filename().isBlank())
                .next()
                .flatMap(part -> read(part, fields))
                .defaultIfEmpty(new UploadForm(fields, "", new byte[0], false));
    }

    private static Mono<UploadForm> read(FilePart part, Map<String, String> fields) {
        return DataBufferUtils.join(part.content(), LARGEST)
                .map(UploadForm::bytes)
                .defaultIfEmpty(new byte[0])
                .map(bytes -> new UploadForm(fields, part.filename(), bytes, false))
                .onErrorReturn(
                        DataBufferLimitException.class, new UploadForm(fields, part.filename(), new byte[0], true));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Map<String, String> stripped(MultiValueMap<String, String> form) {
        Map<String, String> fields = new HashMap<>();
        form.toSingleValueMap().forEach((name, value) -> fields.put(name, value == null ? "" : value.strip()));
        return fields;
    }
}
