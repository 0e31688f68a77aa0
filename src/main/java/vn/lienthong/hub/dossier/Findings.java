package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is doubtful about the papers of a dossier; for somebody to look at, it changes nothing. */
@Repository
public class Findings {

    private final JdbcClient db;
    private final Clock clock;

    Findings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What was found about one file or paper. */
    public record Finding(String subject, String rule, String detail) {}

    /** The same, with where and when. */
    public record Found(String code, String subject, String rule, String detail, Instant foundAt) {}

    /** In the caller's transaction, in place of what was found before. */
    public void replace(UUID dossierId, String code, List<Finding> findings) {
        db.sql("delete from hub.findings where dossier_id = :dossier")
                .param("dossier", dossierId)
                .update();
        for (Finding finding : findings) {
            db.sql("""
                            insert into hub.findings (dossier_id, code, subject, rule, detail, found_at)
                            values (:dossier, :code, :subject, :rule, :detail, :now)
                            """)
                    .param("dossier", dossierId)
                    .param("code", code)
                    .param("subject", finding.subject())
                    .param("rule", finding.rule())
                    .param("detail", finding.detail())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    public List<Finding> of(UUID dossierId) {
        return db.sql("select subject, rule, detail from hub.findings where dossier_id = :dossier order by id")
                .param("dossier", dossierId)
                .query((row, number) ->
                        new Finding(row.getString("subject"), row.getString("rule"), row.getString("detail")))
                .list();
    }

    /** Newest first, those of a rule where one is given. */
    public List<Found> newest(@Nullable String rule, int limit) {
        return db.sql("""
                        select code, subject, rule, detail, found_at from hub.findings
                         where cast(:rule as text) is null or rule = :rule
                         order by found_at desc, id desc limit :limit
                        """)
                .param("rule", rule)
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("code"),
                        row.getString("subject"),
                        row.getString("rule"),
                        row.getString("detail"),
                        row.getObject("found_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
