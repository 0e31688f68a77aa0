package vn.lienthong.identity.subject;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.http.Api;
import vn.lienthong.identity.http.Callers;
import vn.lienthong.identity.http.Fault;
import vn.lienthong.identity.http.Reasons;
import vn.lienthong.identity.http.Refusal;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.subject.OpenLogins.OpenLogin;

/** The log-ins that hold, over HTTP: listed, and ended for a reason. Whoever was given one is told. */
@Api
@RestController
@RequestMapping("/api/v1/identity/logins")
class LoginsEndpoint {

    private static final int MOST = 200;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final OpenLogins open;
    private final Logins logins;
    private final Journal journal;
    private final TransactionTemplate transaction;

    LoginsEndpoint(OpenLogins open, Logins logins, Journal journal, TransactionTemplate transaction) {
        this.open = open;
        this.logins = logins;
        this.journal = journal;
        this.transaction = transaction;
    }

    record Page(List<OpenLogin> logins, @Nullable String next) {}

    record Why(@Nullable String reason) {}

    /** Newest first; {@code next} goes into {@code before}. */
    @GetMapping
    Page page(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        String[] place = before == null || before.isBlank() ? new String[0] : before.split("_", 2);
        List<OpenLogin> found = open.page(
                who == null || who.isBlank() ? null : who.strip(),
                place.length == 2 ? moment(place[0]) : LATEST,
                place.length == 2 ? id(place[1]) : LAST,
                size);
        return new Page(
                found,
                found.size() < size
                        ? null
                        : found.getLast().at() + "_" + found.getLast().id());
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, @RequestBody Why why, Authentication caller) {
        String reason = Reasons.required(why.reason());
        Actor actor = Callers.actor(caller);
        transaction.executeWithoutResult(status -> {
            if (!logins.end(id, actor.name())) {
                throw Refusal.unknown("open-login");
            }
            journal.record(actor, "login-ended", id.toString(), Map.of("reason", reason));
        });
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw unknownCursor();
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw unknownCursor();
        }
    }

    private static Refusal unknownCursor() {
        return Refusal.wrong(List.of(new Fault("before", "unknown-cursor", "take it from next as it is")));
    }
}
