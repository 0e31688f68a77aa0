package vn.lienthong.hub.national.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What is wrong with dossiers although they are told: for staff to look at, newest first. */
@RestController
class IntegrityEndpoint {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Scheduler blocking;

    IntegrityEndpoint(JdbcClient jdbc, Scheduler blocking) {
        this.jdbc = jdbc;
        this.blocking = blocking;
    }

    /** A finding, told once with a count. */
    record Finding(String dossier, String kind, String detail, Instant first, Instant last, int times) {}

    @GetMapping("/api/v1/integrity")
    Mono<List<Finding>> list(
            @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return Mono.fromCallable(() -> found(kind, size)).subscribeOn(blocking);
    }

    private List<Finding> found(String kind, int limit) {
        return jdbc.sql("""
                        select * from hub.integrity_findings where :kind = '' or kind = :kind
                        order by last_at desc limit :limit""")
                .param("kind", kind)
                .param("limit", limit)
                .query((row, number) -> new Finding(
                        row.getString("dossier_code"),
                        row.getString("kind"),
                        row.getString("detail"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getInt("times")))
                .list();
    }
}
