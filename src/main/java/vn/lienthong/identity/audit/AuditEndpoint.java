package vn.lienthong.identity.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.trust.AuditLine;
import vn.lienthong.trust.AuditSpan;
import vn.lienthong.trust.AuditVerdict;

/** The audit of identity for inspectors: whether it is what was written, and its entries of a day. */
@RestController
class AuditEndpoint {

    private static final int AT_ONCE = 500;

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
