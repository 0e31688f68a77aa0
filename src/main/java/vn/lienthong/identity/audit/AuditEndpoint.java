package vn.lienthong.identity.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.trust.AuditCheck;
import vn.lienthong.trust.AuditLine;
import vn.lienthong.trust.AuditSpan;
import vn.lienthong.trust.AuditVerdict;

/** The audit of identity for inspectors: whether it is what was written, and its entries of a day. */
@RestController
class AuditEndpoint {

    private static final int AT_ONCE = 500;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    AuditEndpoint(Journal journal, JsonMapper json, Clock clock) {
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/api/v1/identity/audit/verification")
    AuditVerdict verify() {
        return journal.verify();
    }

    /** A part of it, at most half a minute long; {@code after} and what follows are those of the part before. */
    @GetMapping(path = "/api/v1/identity/audit/verification", params = "patience")
    AuditCheck verify(
            @RequestParam Duration patience,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String hash,
            @RequestParam(defaultValue = "0") long entries,
            @RequestParam(required = false) @Nullable Long broken) {
        Duration within = patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
        return journal.check(AuditCheck.from(after, hash, entries, broken), within);
    }

    /** A line for each, in the order of the chain; days that follow each other leave no gap. */
    @GetMapping("/api/v1/identity/audit")
    void export(@RequestParam LocalDate day, Principal caller, HttpServletResponse response) throws IOException {
        AuditSpan span = journal.span(
                day.atStartOfDay(clock.getZone()).toInstant(),
                day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
        journal.record(new Actor(caller.getName(), Actor.Role.INSPECTOR), "audit-exported", day.toString(), Map.of());
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader("Content-Disposition", "attachment; filename=\"identity-audit-" + day + ".ndjson\"");
        OutputStream out = response.getOutputStream();
        List<AuditLine> next = journal.lines(span, 0, AT_ONCE);
        while (!next.isEmpty()) {
            for (AuditLine line : next) {
                out.write(json.writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            next = journal.lines(span, next.getLast().id(), AT_ONCE);
        }
    }
}
