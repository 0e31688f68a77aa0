package vn.lienthong.hub.dossier.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The findings: one row each with a count; open until what it says is no longer so. */
@Repository
public class IntegrityFindings {

    private final JdbcClient db;
    private final Clock clock;

    public IntegrityFindings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What is found.
     *
     * @param dossier its code; empty where it is about a sender's way of filling a field
     * @param rule D1 to D8 of the known falsifications, empty for others
     * @param subject the paper or field it is about, else empty
     * @param detail the evidence, without anybody's data
     */
    public record Finding(
            String dossier,
            String sender,
            String rule,
            String kind,
            String subject,
            String detail,
            Instant first,
            Instant last,
            int times) {

        Key key() {
            return new Key(dossier, sender, kind, subject);
        }

        boolean saysAs(Finding other) {
            return key().equals(other.key()) && times == other.times && detail.equals(other.detail);
        }
    }

    /** What makes two findings one. */
    record Key(String dossier, String sender, String kind, String subject) {}

    /** A finding as it is kept. */
    public record Kept(Finding finding, @Nullable Instant settled) {}

    /** Which findings are asked for; empty texts ask for all. */
    public record Wanted(String dossier, String sender, String rule, String kind, boolean open) {}

    /** Once more the same of a dossier; told once, with a count. */
    public void note(String dossier, String kind, String detail) {
        db.sql("""
                        insert into hub.integrity_findings as f (dossier_code, kind, detail, first_at, last_at)
                        values (:code, :kind, :detail, :now, :now)
                        on conflict (dossier_code, sender, kind, subject)
                        do update set last_at = excluded.last_at, times = f.times + 1, settled_at = null""")
                .param("code", dossier)
                .param("kind", kind)
                .param("detail", detail)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** What was noted of a dossier is no longer so. */
    public void settle(String dossier, Collection<String> kinds) {
        db.sql("""
                        update hub.integrity_findings set settled_at = :now
                         where dossier_code = :code and kind = any(:kinds) and settled_at is null""")
                .param("code", dossier)
                .param("kinds", kinds.toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** All that is found of these dossiers under a rule, in place of what was: what is found no more is settled. */
    public void replace(Collection<String> dossiers, Collection<Finding> found) {
        List<Finding> known = db.sql("""
                        select * from hub.integrity_findings
                         where dossier_code = any(:codes) and rule <> '' and settled_at is null""")
                .param("codes", dossiers.toArray(String[]::new))
                .query(IntegrityFindings::finding)
                .list();
        found.stream()
                .filter(finding -> known.stream().noneMatch(finding::saysAs))
                .forEach(this::put);
        List<Key> still = found.stream().map(Finding::key).toList();
        known.stream().map(Finding::key).filter(key -> !still.contains(key)).forEach(this::settle);
    }

    /** As it is now, whatever was kept of it. */
    public void put(Finding finding) {
        db.sql("""
                        insert into hub.integrity_findings as f
                          (dossier_code, sender, rule, kind, subject, detail, first_at, last_at, times)
                        values (:code, :sender, :rule, :kind, :subject, :detail, :first, :last, :times)
                        on conflict (dossier_code, sender, kind, subject)
                        do update set detail = excluded.detail, first_at = least(f.first_at, excluded.first_at), last_at = excluded.last_at,
                                      times = excluded.times, settled_at = null""")
                .param("code", finding.dossier())
                .param("sender", finding.sender())
                .param("rule", finding.rule())
                .param("kind", finding.kind())
                .param("subject", finding.subject())
                .param("detail", finding.detail())
                .param("first", finding.first().atOffset(ZoneOffset.UTC))
                .param("last", finding.last().atOffset(ZoneOffset.UTC))
                .param("times", finding.times())
                .update();
    }

    /** Of a sender's field. */
    public void settleOf(String sender, String kind, String subject) {
        settle(new Key("", sender, kind, subject));
    }

    private void settle(Key key) {
        db.sql("""
                        update hub.integrity_findings set settled_at = :now
                         where dossier_code = :code and sender = :sender and kind = :kind and subject = :subject
                           and settled_at is null""")
                .param("code", key.dossier())
                .param("sender", key.sender())
                .param("kind", key.kind())
                .param("subject", key.subject())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Newest first. */
    public List<Kept> page(Wanted wanted, int limit) {
        return db.sql("""
                        select * from hub.integrity_findings
                         where (:dossier = '' or dossier_code = :dossier) and (:sender = '' or sender = :sender)
                           and (:rule = '' or rule = :rule) and (:kind = '' or kind = :kind)
                           and (not :open or settled_at is null)
                         order by last_at desc, dossier_code, kind, subject limit :limit""")
                .param("dossier", wanted.dossier())
                .param("sender", wanted.sender())
                .param("rule", wanted.rule())
                .param("kind", wanted.kind())
                .param("open", wanted.open())
                .param("limit", limit)
                .query((row, number) -> new Kept(
                        finding(row, number),
                        row.getObject("settled_at", OffsetDateTime.class) == null ? null : time(row, "settled_at")))
                .list();
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getString("dossier_code"),
                row.getString("sender"),
                row.getString("rule"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("detail"),
                time(row, "first_at"),
                time(row, "last_at"),
                row.getInt("times"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
