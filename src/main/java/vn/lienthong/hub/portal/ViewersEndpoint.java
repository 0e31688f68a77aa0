package vn.lienthong.hub.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.access.Sightings;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.UnknownDossier;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.trust.AuditLine;

/** Who of the staff looked at a dossier: the answer for a citizen who asks; names for inspectors only. */
@RestController
class ViewersEndpoint {

    private static final int MOST = 500;

    private final Dossiers dossiers;
    private final Owners owners;
    private final Sightings sightings;
    private final Audit audit;
    private final JsonMapper json;
    private final Scheduler blocking;

    ViewersEndpoint(
            Dossiers dossiers,
            Owners owners,
            Sightings sightings,
            Audit audit,
            JsonMapper json,
            @Qualifier("blocking") Scheduler blocking) {
        this.dossiers = dossiers;
        this.owners = owners;
        this.sightings = sightings;
        this.audit = audit;
        this.json = json;
        this.blocking = blocking;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Viewer(
            OffsetDateTime at,
            String what,
            String role,
            @Nullable String agency,
            @Nullable String department,
            @Nullable String reason,
            @Nullable String name) {}

    @GetMapping({"/api/v1/dossiers/viewers", "/api/v1/dossiers/{code}/viewers"})
    Mono<Map<String, List<Viewer>>> list(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            @AuthenticationPrincipal Caller caller) {
        String code = Lookup.code(inPath, inQuery);
        return Mono.fromCallable(() -> {
                    DossierView dossier = dossiers.byCode(code)
                            .filter(one -> isTheirs(one, caller))
                            .orElseThrow(() -> UnknownDossier.problem(code));
                    if (caller.citizen() != null) {
                        owners.checkSure(caller.citizen(), dossier);
                    }
                    String known = dossier.code();
                    audit.record(caller.actor(), "dossier.viewers", known, Map.of());
                    boolean named = caller.role() == Role.INSPECTOR;
                    return Map.of(
                            "viewers",
                            sightings.of(known, MOST).stream()
                                    .map(line -> viewer(line, named))
                                    .toList());
                })
                .subscribeOn(blocking);
    }

    /** A citizen's own; those of the staff who get here may see them all. */
    private boolean isTheirs(DossierView dossier, Caller caller) {
        return caller.role() != Role.CITIZEN || caller.citizen() != null && owners.owns(caller.citizen(), dossier);
    }

    private Viewer viewer(AuditLine line, boolean named) {
        JsonNode details = json.readTree(line.details());
        String reason = text(details, "reason");
        return new Viewer(
                Instant.parse(line.at()).atOffset(VietnamTime.OFFSET),
                line.action(),
                line.role(),
                text(details, "agency"),
                text(details, "department"),
                reason == null ? text(details, "for") : reason,
                named ? line.actor() : null);
    }

    private static @Nullable String text(JsonNode details, String name) {
        String text = details.path(name).asString("");
        return text.isEmpty() ? null : text;
    }
}
