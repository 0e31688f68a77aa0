package vn.lienthong.hub.portal;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.UnknownDossier;

/** Where a dossier stands, masked, for the unified portal; correct with Redis down, then only slower. */
@RestController
class TrackingEndpoint {

    private final StatusViews views;
    private final Dossiers dossiers;
    private final TrackingView tracking;
    private final Scheduler blocking;

    TrackingEndpoint(
            StatusViews views, Dossiers dossiers, TrackingView tracking, @Qualifier("blocking") Scheduler blocking) {
        this.views = views;
        this.dossiers = dossiers;
        this.tracking = tracking;
        this.blocking = blocking;
    }

    /** Codes may contain {@code /}, so every look-up also takes {@code ?code=}. */
    @GetMapping(
            path = {"/api/v1/tracking", "/api/v1/tracking/{code}"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> track(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery) {
        String code = Lookup.code(inPath, inQuery);
        return views.find(code).switchIfEmpty(Mono.defer(() -> fromRegister(code)));
    }

    private Mono<byte[]> fromRegister(String code) {
        return Mono.fromCallable(() -> dossiers.byCode(code).map(tracking::of))
                .subscribeOn(blocking)
                .map(found -> found.orElseThrow(() -> UnknownDossier.problem(code)))
                .flatMap(view -> views.keep(view.code(), view.version(), view.json())
                        .thenReturn(view.json().getBytes(StandardCharsets.UTF_8)));
    }
}
