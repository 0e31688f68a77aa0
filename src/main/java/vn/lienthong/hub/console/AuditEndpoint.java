package vn.lienthong.hub.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.trust.AuditCheck;
import vn.lienthong.trust.AuditLine;
import vn.lienthong.trust.AuditSpan;
import vn.lienthong.trust.AuditVerdict;

/** The audit for inspectors: whether it is what was written, and its entries of a day with what chains them. */
@RestController
class AuditEndpoint {

    private static final int AT_ONCE = 500;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Audit audit;
    private final JsonMapper json;
    private final Scheduler blocking;

    AuditEndpoint(Audit audit, JsonMapper json, @Qualifier("blocking") Scheduler blocking) {
        this.audit = audit;
        this.json = json;
        this.blocking = blocking;
    }

    @GetMapping("/api/v1/audit/verification")
    Mono<AuditVerdict> verify() {
        return Mono.fromCallable(audit::verify).subscribeOn(blocking);
    }

    /** A part of it, at most half a minute long; {@code after} and what follows are those of the part before. */
    @GetMapping(path = "/api/v1/audit/verification", params = "patience")
    Mono<AuditCheck> verify(
            @RequestParam Duration patience,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String hash,
            @RequestParam(defaultValue = "0") long entries,
            @RequestParam(required = false) @Nullable Long broken) {
        Duration within = patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
        return Mono.fromCallable(() -> audit.check(AuditCheck.from(after, hash, entries, broken), within))
                .subscribeOn(blocking);
    }

    /** A line for each, in the order of the chain; days that follow each other leave no gap. */
    @GetMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<Flux<byte[]>> export(@RequestParam LocalDate day, @AuthenticationPrincipal Caller caller) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit-" + day + ".ndjson")
                                .build()
                                .toString())
                .body(lines(day, caller));
    }

    private Flux<byte[]> lines(LocalDate day, Caller caller) {
        return Mono.fromCallable(() -> {
                    AuditSpan span = audit.span(
                            day.atStartOfDay(VietnamTime.ZONE).toInstant(),
                            day.plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant());
                    audit.record(caller.actor(), "audit.export", day.toString(), Map.of());
                    return span;
                })
                .flatMapMany(span -> {
                    var after = new AtomicLong();
                    return Flux.<List<AuditLine>>generate(sink -> {
                                List<AuditLine> next = audit.lines(span, after.get(), AT_ONCE);
                                if (next.isEmpty()) {
                                    sink.complete();
                                } else {
                                    after.set(next.getLast().id());
                                    sink.next(next);
                                }
                            })
                            .map(this::text);
                })
                .subscribeOn(blocking);
    }

    private byte[] text(List<AuditLine> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(json.writeValueAsString(line)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
