package vn.lienthong.hub.national.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.SyncReport;
import vn.lienthong.hub.dossier.UnknownDossier;
import vn.lienthong.hub.platform.audit.Right;

/**
 * Where a dossier stands at every neighbour and environment, and the calls that spoke of it, newest first; what was sent
 * and answered for those who may see bodies.
 */
@RestController
class SyncEndpoint {

    private static final int MOST = 200;

    private final Dossiers dossiers;
    private final SyncReport ledger;
    private final CallLog calls;
    private final Scheduler blocking;

    SyncEndpoint(Dossiers dossiers, SyncReport ledger, CallLog calls, Scheduler blocking) {
        this.dossiers = dossiers;
        this.ledger = ledger;
        this.calls = calls;
        this.blocking = blocking;
    }

    /** The answer; {@code lastSeq} is the newest event of the register. */
    record Page(String code, int lastSeq, List<LedgerRow> ledger, List<Attempt> attempts) {}

    @GetMapping({"/api/v1/dossiers/sync", "/api/v1/dossiers/{code}/sync"})
    Mono<Page> read(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            @RequestParam(name = "limit", defaultValue = "20") int limit,
            @AuthenticationPrincipal Caller caller) {
        String code = inPath == null ? inQuery : inPath;
        return Mono.fromCallable(
                        () -> page(find(code, caller), Math.clamp(limit, 1, MOST), caller.may(Right.SEE_BODIES)))
                .subscribeOn(blocking);
    }

    private Page page(DossierView dossier, int limit, boolean bodies) {
        var rows = ledger.of(dossier.id()).stream().map(LedgerRow::of).toList();
        var attempts = calls.of(dossier.id(), dossier.createdAt(), limit).stream()
                .map(attempt -> bodies ? attempt : attempt.withoutBodies())
                .toList();
        return new Page(dossier.code(), dossier.lastSeq(), rows, attempts);
    }

    private DossierView find(@Nullable String code, Caller caller) {
        DossierView dossier = find(dossiers, code);
        if (!caller.sees(dossier.sender())) {
            throw UnknownDossier.problem(dossier.code());
        }
        return dossier;
    }

    static DossierView find(Dossiers dossiers, @Nullable String code) {
        String asked = code == null ? "" : code.strip();
        return dossiers.byCode(asked).orElseThrow(() -> UnknownDossier.problem(asked));
    }
}
