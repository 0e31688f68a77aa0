package vn.lienthong.identity.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.http.Api;
import vn.lienthong.identity.http.Callers;
import vn.lienthong.identity.http.Reasons;

/** Clients over HTTP: proposed by one administrator, approved by another. */
@Api
@RestController
@RequestMapping("/api/v1/identity")
class ClientsEndpoint {

    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final ClientDesk desk;
    private final ClientTable table;
    private final ClientChanges changes;

    ClientsEndpoint(ClientDesk desk, ClientTable table, ClientChanges changes) {
        this.desk = desk;
        this.table = table;
        this.changes = changes;
    }

    record Proposal(ClientTerms terms, @Nullable String reason) {}

    record Proposed(UUID change) {}

    record Rotation(@Nullable Duration overlap) {}

    /** The secret is told only by the answer that makes it. */
    record Told(String client, String secret, Instant othersHoldUntil) {}

    @GetMapping("/clients")
    List<ClientTerms> inForce() {
        return table.allInForce();
    }

    @GetMapping("/changes")
    List<ClientChange> waiting() {
        return changes.pending();
    }

    @PostMapping("/clients")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Proposed propose(@RequestBody Proposal proposal, Authentication caller) {
        String reason = Reasons.required(proposal.reason());
        return new Proposed(desk.propose(Callers.actor(caller), proposal.terms(), reason));
    }

    @PostMapping("/changes/{id}/approval")
    ClientTerms approve(@PathVariable UUID id, Authentication caller) {
        return desk.approve(Callers.actor(caller), id);
    }

    @PostMapping("/changes/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(@PathVariable UUID id, Authentication caller) {
        desk.reject(Callers.actor(caller), id);
    }

    @PostMapping("/clients/{id}/secrets")
    @ResponseStatus(HttpStatus.CREATED)
    Told rotate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Rotation rotation,
            Authentication caller) {
        Duration wanted = rotation == null || rotation.overlap() == null ? USUAL_OVERLAP : rotation.overlap();
        Duration overlap = wanted.compareTo(LONGEST_OVERLAP) > 0 ? LONGEST_OVERLAP : wanted;
        var told = desk.rotate(Callers.actor(caller), id, overlap);
        return new Told(told.client(), told.secret(), told.othersHoldUntil());
    }

    @DeleteMapping("/clients/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, @RequestParam @Nullable String reason, Authentication caller) {
        desk.end(Callers.actor(caller), id, Reasons.required(reason));
    }
}
