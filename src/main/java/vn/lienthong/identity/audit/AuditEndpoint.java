package vn.lienthong.identity.audit;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.trust.AuditVerdict;

/** Whether the audit of identity is what was written. */
@RestController
class AuditEndpoint {

    private final Journal journal;

    AuditEndpoint(Journal journal) {
        this.journal = journal;
    }

    @GetMapping("/api/v1/identity/audit/verification")
    AuditVerdict verify() {
        return journal.verify();
    }
}
