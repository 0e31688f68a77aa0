package vn.lienthong.hub.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.console.issues.IssueKeys;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * That the hub itself keeps a dossier from the portal, which leaves no call behind. Of a hold that is over the ledger keeps
 * when it was found last, and nothing of what was lacking.
 */
@Repository
class HeldMoments {

    private final JdbcClient db;
    private final Neighbour portal;
    private final IssueKeys issues;

    HeldMoments(JdbcClient db, Neighbour nationalPortal, IssueKeys issues) {
        this.db = db;
        this.portal = nationalPortal;
        this.issues = issues;
    }

    /** One at most. A refusal of the portal is none: its call tells it. */
    List<Moment> of(UUID dossierId) {
        return db.sql("""
                        select coalesce(s.blocked_at, s.queued_at) as at, s.neighbour, s.state, s.cause, d.sender,
                               to_char(sent.at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI:SS') as sent
                          from hub.sync s
                          join hub.dossiers d on d.id = s.dossier_id
                          left join lateral (
                            select a.verdict from hub.attempts a
                              join hub.calls c on c.id = a.call_id and c.started_at = a.started_at
                             where a.dossier_id = s.dossier_id and a.started_at <= s.blocked_at
                               and c.neighbour = s.neighbour and c.environment = s.environment
                             order by a.started_at desc limit 1) before on true
                          left join lateral (
                            select min(a.started_at) as at from hub.attempts a
                              join hub.calls c on c.id = a.call_id and c.started_at = a.started_at
                             where a.dossier_id = s.dossier_id and a.started_at > s.blocked_at
                               and c.neighbour = s.neighbour and c.environment = s.environment) sent on true
                         where s.dossier_id = :dossier and s.neighbour = :portal and s.environment = :environment
                           and case when s.state = 'BLOCKED'
                                    then s.cause like 'not sendable: %' or s.cause like 'cannot be written: %'
                                    else s.blocked_at is not null and before.verdict is distinct from 'REFUSED' end
                        """)
                .param("dossier", dossierId)
                .param("portal", portal.name())
                .param("environment", portal.environment())
                .query((row, number) -> moment(row))
                .list();
    }

    private Moment moment(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET);
        String neighbour = row.getString("neighbour");
        if (!"BLOCKED".equals(row.getString("state"))) {
            String sent = row.getString("sent");
            return new Moment(at, neighbour, "was held", sent == null ? null : "held until " + sent, null);
        }
        String cause = Objects.requireNonNull(row.getString("cause"));
        return new Moment(at, neighbour, "held not sent", cause, null, issues.blocked(row.getString("sender"), cause));
    }
}
