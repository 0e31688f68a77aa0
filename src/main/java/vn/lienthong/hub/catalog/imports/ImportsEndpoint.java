package vn.lienthong.hub.catalog.imports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.Problems;

/** Imports over HTTP, for administrators; a dry run unless {@code apply=true}. */
@RestController
class ImportsEndpoint {

    private static final int LONGEST_BODY = 20 << 20;
    private static final int LONGEST_REASON = 500;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportDesk desk;
    private final Scheduler blocking;

    ImportsEndpoint(ImportDesk desk, @Qualifier("blocking") Scheduler blocking) {
        this.desk = desk;
        this.blocking = blocking;
    }

    @PostMapping("/api/v1/config/imports")
    Mono<ImportReport> take(
            @RequestParam(name = "kind") Upload.Kind kind,
            @RequestParam(name = "apply", defaultValue = "false") boolean apply,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestHeader(name = "File-Name", defaultValue = "upload") String name,
            ServerWebExchange exchange,
            Authentication caller) {
        Upload.Format format = format(exchange.getRequest().getHeaders().getContentType());
        if (kind == Upload.Kind.REORGANISATION && format != Upload.Format.YAML) {
            throw new ProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-type", "Tệp sắp xếp tổ chức phải là YAML");
        }
        Locale locale = Problems.language(exchange);
        Actor actor = new Actor(caller.getName(), Role.ADMINISTRATOR);
        return DataBufferUtils.join(exchange.getRequest().getBody(), LONGEST_BODY)
                .onErrorMap(DataBufferLimitException.class, tooLong -> tooLarge())
                .map(ImportsEndpoint::bytes)
                .map(body -> new Upload(kind, format, name, body))
                .publishOn(blocking)
                .map(desk::of)
                .map(proposal -> apply
                        ? desk.applied(proposal, locale, actor, shortened(reason))
                        : desk.tried(proposal, locale));
    }

    /** Asks the national procedure database instead of reading a file. */
    @PostMapping("/api/v1/config/imports/national")
    Mono<ImportReport> ask(
            @RequestParam(name = "apply", defaultValue = "false") boolean apply,
            ServerWebExchange exchange,
            Authentication caller) {
        Locale locale = Problems.language(exchange);
        Actor actor = new Actor(caller.getName(), Role.ADMINISTRATOR);
        return Mono.fromCallable(() ->
                        apply ? desk.applied(desk.national(), locale, actor, "") : desk.tried(desk.national(), locale))
                .subscribeOn(blocking);
    }

    private static Upload.Format format(@Nullable MediaType type) {
        String named = type == null ? "" : type.getType() + "/" + type.getSubtype();
        return switch (named) {
            case "text/csv" -> Upload.Format.CSV;
            case XLSX -> Upload.Format.XLSX;
            case "application/yaml", "application/x-yaml", "text/yaml" -> Upload.Format.YAML;
            default ->
                throw new ProblemException(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-type",
                        "Content-Type phải là text/csv, application/yaml hoặc " + XLSX);
        };
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static String shortened(String reason) {
        return reason.strip().substring(0, Math.min(reason.strip().length(), LONGEST_REASON));
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", "Tệp không được quá " + (LONGEST_BODY >> 20) + " MB");
    }
}
