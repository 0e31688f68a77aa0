package vn.lienthong.hub.notify.notices;

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
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.UnknownDossier;

/** What a dossier's applicant was told, for staff and the people of the department whose dossier it is. */
@RestController
class NoticesEndpoint {

    private final Dossiers dossiers;
    private final NoticeLog notices;
    private final Scheduler blocking;

    NoticesEndpoint(Dossiers dossiers, NoticeLog notices, @Qualifier("blocking") Scheduler blocking) {
        this.dossiers = dossiers;
        this.notices = notices;
        this.blocking = blocking;
    }

    @GetMapping({"/api/v1/dossiers/notices", "/api/v1/dossiers/{code}/notices"})
    Mono<Map<String, List<NoticeLog.Line>>> read(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            @AuthenticationPrincipal Caller caller) {
        String code = (inPath != null ? inPath : inQuery == null ? "" : inQuery).strip();
        return Mono.fromCallable(() -> notices.of(find(code, caller).id()))
                .subscribeOn(blocking)
                .map(lines -> Map.of("notices", lines));
    }

    private DossierView find(String code, Caller caller) {
        return dossiers.byCode(code)
                .filter(dossier -> caller.sees(dossier.sender()))
                .orElseThrow(() -> UnknownDossier.problem(code));
    }
}
