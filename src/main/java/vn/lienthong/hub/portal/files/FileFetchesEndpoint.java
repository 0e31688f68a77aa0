package vn.lienthong.hub.portal.files;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.UnknownDossier;

/** Who fetched files of a dossier, for staff. */
@RestController
class FileFetchesEndpoint {

    private final FileFetches fetches;
    private final Dossiers dossiers;
    private final Scheduler blocking;

    FileFetchesEndpoint(FileFetches fetches, Dossiers dossiers, @Qualifier("blocking") Scheduler blocking) {
        this.fetches = fetches;
        this.dossiers = dossiers;
        this.blocking = blocking;
    }

    @GetMapping("/api/v1/file-fetches")
    Mono<Map<String, List<FileFetches.Fetch>>> list(@RequestParam(name = "code") String code) {
        return Mono.fromCallable(() -> fetches.of(found(code).id()))
                .subscribeOn(blocking)
                .map(list -> Map.of("fetches", list));
    }

    private DossierView found(String code) {
        return dossiers.byCode(code).orElseThrow(() -> UnknownDossier.problem(code));
    }
}
