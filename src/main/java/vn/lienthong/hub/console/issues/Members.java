package vn.lienthong.hub.console.issues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.platform.time.VietnamTime;

/** What fails now, grouped by how; counted where it is kept, so that an issue never says more or less than there is. */
@Repository
class Members {

    private static final int DAYS = 30;

    private final JdbcClient db;
    private final IssueKeys keys;
    private final Neighbour portal;

    Members(JdbcClient db, IssueKeys keys, Neighbour nationalPortal) {
        this.db = db;
        this.keys = keys;
        this.portal = nationalPortal;
    }

    /** A group as it is now. */
    record Group(
            String key,
            Kind kind,
            String neighbour,
            String cause,
            long count,
            OffsetDateTime firstAt,
            OffsetDateTime lastAt,
            List<Integer> recent) {}

    /** By when they came to fail so, which a replay that failed again did anew. */
    List<Group> groups(Instant now) {
        return db.sql("""
                        with members as (
                          select r.state as kind, r.sender as neighbour, r.accepted_at as first_at, r.updated_at as at,
                                 coalesce(r.cause, concat_ws(' ', r.reasons->0->>'rule', r.reasons->0->>'field')) as cause
                            from hub.records r
                           where r.state = 'PARKED'
                              or r.state = 'REFUSED' and r.accepted_at >= :since and r.replaced_by is null
                          union all
                          select 'BLOCKED', d.sender, s.queued_at, coalesce(s.blocked_at, s.queued_at), coalesce(s.cause, '')
                            from hub.sync s join hub.dossiers d on d.id = s.dossier_id
                           where s.neighbour = :portal and s.environment = :environment and s.state = 'BLOCKED'
                          union all
                          select 'UNDELIVERED', m.system, m.created_at, coalesce(m.ended_at, m.created_at), coalesce(m.cause, '')
                            from hub.dispatches m where m.state = 'FAILED'
                        ), hourly as (
                          select kind, neighbour, cause, first_at, at,
                                 floor(extract(epoch from cast(:now as timestamptz) - at) / 3600)::int as hours
                            from members
                        )
                        select kind, neighbour, cause, count(*) as count, min(first_at) as first_at, max(at) as last_at,
                               array_agg(hours) filter (where hours between 0 and 23) as hours
                          from hourly h
                         group by kind, neighbour, cause
                         order by last_at desc
                        """)
                .param("since", now.atOffset(ZoneOffset.UTC).minusDays(DAYS))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("portal", portal.name())
                .param("environment", portal.environment())
                .query((row, number) -> group(row))
                .list();
    }

    private Group group(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        String neighbour = row.getString("neighbour");
        String cause = row.getString("cause");
        return new Group(
                keys.of(kind, neighbour, cause),
                kind,
                neighbour,
                cause,
                row.getLong("count"),
                local(row, "first_at"),
                local(row, "last_at"),
                hours(row));
    }

    private static List<Integer> hours(ResultSet row) throws SQLException {
        Integer[] counts = new Integer[24];
        Arrays.fill(counts, 0);
        if (row.getArray("hours") != null) {
            for (Integer hour : (Integer[]) row.getArray("hours").getArray()) {
                counts[counts.length - 1 - hour]++;
            }
        }
        return List.of(counts);
    }

    private static OffsetDateTime local(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
