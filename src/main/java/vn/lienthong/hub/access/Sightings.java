package vn.lienthong.hub.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.trust.AuditLine;

/**
 * Which of the staff looked into a dossier, so that its owner can be told. Systems that read what is their own are not
 * among them.
 */
@Component
public class Sightings {

    private static final List<String> LOOKS =
            List.of("dossier.view", "dossier.reveal", "failure.view", "failure.reveal", "slip.print");

    private final Audit audit;

    Sightings(Audit audit) {
        this.audit = audit;
    }

    /** Writes it into the audit when a person looks; what they were shown must wait for that. */
    public void note(Caller caller, String action, String object, @Nullable String dossier, @Nullable String reason) {
        if (!caller.role().isStaff() && caller.role() != Role.DEPARTMENT_USER) {
            return;
        }
        Map<String, String> details = new LinkedHashMap<>();
        put(details, "dossier", dossier);
        put(details, "reason", reason);
        put(details, "department", caller.department());
        put(details, "agency", caller.agency());
        audit.record(caller.actor(), action, object, details);
    }

    /** Newest first. */
    public List<AuditLine> of(String dossier, int most) {
        return audit.about(dossier, LOOKS, Role.SENDER, most);
    }

    private static void put(Map<String, String> details, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            details.put(name, value);
        }
    }
}
