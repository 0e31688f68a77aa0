package vn.lienthong.hub.console.handover;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Right;

/** Counts what waits for the caller as the second person: what others proposed. */
@RestController
class DecisionsEndpoint {

    private final JdbcClient db;
    private final Scheduler blocking;

    DecisionsEndpoint(JdbcClient db, @Qualifier("blocking") Scheduler blocking) {
        this.db = db;
        this.blocking = blocking;
    }

    /** Proposed meanings of codes, and plans to resend that need a second person. */
    record Waiting(long meanings, long resends) {}

    @GetMapping("/api/v1/hand-over/decisions")
    Mono<Waiting> waiting(@AuthenticationPrincipal Caller caller) {
        String name = caller.allowed(Right.DECIDE).name();
        return Mono.fromCallable(() -> counted(name)).subscribeOn(blocking);
    }

    private Waiting counted(String but) {
        return db.sql("""
                        select (select count(*) from hub.meaning_proposals
                                 where state = 'PROPOSED' and proposed_by <> :but) as meanings,
                               (select count(*) from hub.resend_plans
                                 where ended_at is null and state = 'CHECKED' and needs_second
                                   and proposed_by <> :but) as resends
                        """)
                .param("but", but)
                .query((row, number) -> new Waiting(row.getLong("meanings"), row.getLong("resends")))
                .single();
    }
}
