package vn.lienthong.hub.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.UnknownDossier;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** The story of one dossier as JSON, or as plain text for a terminal; holds no personal data. */
@RestController
class TimelineEndpoint {

    private final Dossiers dossiers;
    private final Timeline timeline;
    private final Scheduler blocking;

    TimelineEndpoint(Dossiers dossiers, Timeline timeline, @Qualifier("blocking") Scheduler blocking) {
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.blocking = blocking;
    }

    @GetMapping(
            path = {"/api/v1/dossiers/timeline", "/api/v1/dossiers/{code}/timeline"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, List<Moment>>> json(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            @AuthenticationPrincipal Caller caller) {
        return story(inPath == null ? inQuery : inPath, caller).map(moments -> Map.of("timeline", moments));
    }

    @GetMapping(
            path = {"/api/v1/dossiers/timeline", "/api/v1/dossiers/{code}/timeline"},
            produces = "text/plain;charset=UTF-8")
    Mono<String> text(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            @AuthenticationPrincipal Caller caller) {
        return story(inPath == null ? inQuery : inPath, caller)
                .map(moments -> moments.stream().map(Moment::line).collect(Collectors.joining("\n", "", "\n")));
    }

    private Mono<List<Moment>> story(@Nullable String code, Caller caller) {
        if (code == null || code.isBlank()) {
            return Mono.error(noCode());
        }
        String asked = code.strip();
        return Mono.fromCallable(() -> dossiers.byCode(asked)
                        .filter(d -> caller.sees(d.sender()))
                        .map(d -> timeline.of(d.id(), caller))
                        .orElseThrow(() -> UnknownDossier.problem(asked)))
                .subscribeOn(blocking);
    }

    private static ProblemException noCode() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-code",
                "Cần một mã hồ sơ",
                List.of(Reason.of("missing-field", "code", null)));
    }
}
