package vn.lienthong.identity.subject;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.http.Api;
import vn.lienthong.identity.http.Callers;
import vn.lienthong.identity.http.Reasons;
import vn.lienthong.identity.subject.Conflicts.Conflict;

/** The conflict queue and the locks of subjects, over HTTP. */
@Api
@RestController
@RequestMapping("/api/v1/identity")
class SubjectsEndpoint {

    private final Conflicts conflicts;
    private final SubjectDesk desk;

    SubjectsEndpoint(Conflicts conflicts, SubjectDesk desk) {
        this.conflicts = conflicts;
        this.desk = desk;
    }

    record Decision(
            SubjectDesk.Resolution resolution, @Nullable String reason) {}

    record Why(@Nullable String reason) {}

    @GetMapping("/conflicts")
    List<Conflict> waiting() {
        return conflicts.waiting();
    }

    @PostMapping("/conflicts/{id}/resolution")
    Conflict resolve(@PathVariable UUID id, @RequestBody Decision decision, Authentication caller) {
        String reason = Reasons.required(decision.reason());
        return desk.resolve(Callers.actor(caller), id, decision.resolution(), reason);
    }

    @PostMapping("/subjects/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lock(@PathVariable String id, @RequestBody Why why, Authentication caller) {
        desk.lock(Callers.actor(caller), id, Reasons.required(why.reason()));
    }

    @PostMapping("/subjects/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable String id, @RequestBody Why why, Authentication caller) {
        desk.unlock(Callers.actor(caller), id, Reasons.required(why.reason()));
    }
}
