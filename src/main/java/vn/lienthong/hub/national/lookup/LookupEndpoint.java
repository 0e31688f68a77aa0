package vn.lienthong.hub.national.lookup;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.node.ObjectNode;

/**
 * The portal looks a dossier up. Its key says who calls, so session and agency code of the envelope are not looked at;
 * what is wrong with the question is answered in the envelope, with HTTP 200, as the portal's own services do.
 */
@RestController
class LookupEndpoint {

    private final Lookup lookup;
    private final Scheduler blocking;

    LookupEndpoint(Lookup lookup, Scheduler blocking) {
        this.lookup = lookup;
        this.blocking = blocking;
    }

    @PostMapping(path = "/api/v1/national/lookup", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ObjectNode> lookUp(@RequestBody(required = false) byte @Nullable [] call) {
        return Mono.fromCallable(() -> lookup.told(call)).subscribeOn(blocking);
    }
}
