package vn.lienthong.hub.catalog.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
import vn.lienthong.hub.platform.http.StatedReason;
import vn.lienthong.hub.platform.reason.Reason;

/** Imports over HTTP, for administrators; a dry run unless {@code apply=true}. */
@RestController
class ImportsEndpoint {

    private static final int LONGEST_BODY = 20 << 20;
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
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            @RequestParam(name = "base", required = false) @Nullable Long base,
            @RequestHeader(name = "File-Name", defaultValue = "upload") String name,
            ServerWebExchange exchange,
            Authentication caller) {
        Upload.Format format = format(exchange.getRequest().getHeaders().getContentType());
        if (kind == Upload.Kind.REORGANISATION && format != Upload.Format.YAML) {
            throw new ProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-type", "Tệp sắp xếp tổ chức phải là YAML");
        }
        Locale locale = Problems.language(exchange);
        Function<ImportDesk.Proposal, ImportReport> act = act(apply, reason, base, caller, locale);
        return DataBufferUtils.join(exchange.getRequest().getBody(), LONGEST_BODY)
                .onErrorMap(DataBufferLimitException.class, tooLong -> tooLarge())
                .map(ImportsEndpoint::bytes)
                .publishOn(blocking)
                .doOnNext(body -> readable(format, body))
                .map(body -> new Upload(kind, format, name, body))
                .map(desk::of)
                .map(act);
    }

    /** Asks the national procedure database instead of reading a file. */
    @PostMapping("/api/v1/config/imports/national")
    Mono<ImportReport> ask(
            @RequestParam(name = "apply", defaultValue = "false") boolean apply,
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            @RequestParam(name = "base", required = false) @Nullable Long base,
            ServerWebExchange exchange,
            Authentication caller) {
        Function<ImportDesk.Proposal, ImportReport> act = act(apply, reason, base, caller, Problems.language(exchange));
        return Mono.fromCallable(() -> act.apply(desk.national())).subscribeOn(blocking);
    }

    private Function<ImportDesk.Proposal, ImportReport> act(
            boolean apply, @Nullable String reason, @Nullable Long base, Authentication caller, Locale locale) {
        if (!apply) {
            return proposal -> desk.tried(proposal, locale);
        }
        var word = new ImportDesk.Word(
                new Actor(caller.getName(), Role.ADMINISTRATOR), StatedReason.required(reason), base);
        return proposal -> desk.applied(proposal, locale, word);
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

    /** A text in another encoding would be taken for other words; a spreadsheet program may write one without saying so. */
    private static void readable(Upload.Format format, byte[] body) {
        if (format == Upload.Format.XLSX) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(body.length + 1), true);
        if (result.isError()) {
            long line = 1;
            for (int at = 0; at < bytes.position(); at++) {
                line += body[at] == '\n' ? 1 : 0;
            }
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "not-utf-8",
                    "Tệp không phải UTF-8: dòng " + line + " có ký tự ở bảng mã khác",
                    List.of(Reason.of("import-not-utf-8").with("line", Long.toString(line))));
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", "Tệp không được quá " + (LONGEST_BODY >> 20) + " MB");
    }
}
