package vn.lienthong.hub.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.console.repairs.Detour;
import vn.lienthong.hub.console.repairs.Detours;
import vn.lienthong.hub.platform.time.VietnamTime;

/** One dossier, one story: what the door, the register, the ledger and every call left behind, in order of time. */
@Repository
class Timeline {

    private final JdbcClient db;
    private final Detours detours;
    private final HeldMoments held;

    Timeline(JdbcClient db, Detours detours, HeldMoments held) {
        this.db = db;
        this.detours = detours;
        this.held = held;
    }

    /** As this caller may read it: who mended a record, and why, is for staff. */
    List<Moment> of(UUID dossierId, Caller caller) {
        List<Detour> round = detours.of(dossierId).stream()
                .filter(detour -> caller.sees(detour.sender()))
                .toList();
        Stream<Moment> mended = round.stream()
                .flatMap(detour -> DetourMoments.of(detour, caller.role().isStaff()).stream());
        Stream<Moment> aside = Stream.concat(mended, held.of(dossierId).stream());
        return Stream.concat(straight(dossierId, round).stream(), aside)
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private List<Moment> straight(UUID dossierId, List<Detour> round) {
        return db.sql("""
                        with said as (
                          select * from hub.events where dossier_id = :dossier
                        ), story as (
                          select s.accepted_at as at, 1 as rank, 'door' as place, 'accepted from ' || s.sender as what,
                                 s.size || ' bytes, ' || s.content_type as detail, s.correlation_id
                            from hub.submissions s
                           where s.receipt in (select receipt from said
                                              union select cast(r as uuid) from unnest(:round) r)
                             and not exists (select from hub.record_edits x where x.replacement = s.receipt)
                          union all
                          select e.recorded_at, 2, 'register',
                                 e.kind || coalesce(' ' || e.status, '') || ' ' || e.verdict,
                                 'seq ' || e.seq || ', at ' || to_char(e.order_at at time zone 'Asia/Ho_Chi_Minh',
                                   'DD/MM/YYYY HH24:MI:SS') || ' by ' || lower(e.time_source),
                                 e.correlation_id
                            from said e
                          union all
                          select coalesce(c.ended_at, c.started_at), 3, c.neighbour,
                                 c.service || ' ' || coalesce(a.verdict, 'no answer yet'),
                                 concat_ws(', ', c.environment, 'code ' || c.error_code, a.words), a.correlation_id
                            from hub.attempts a
                            join hub.calls c on c.id = a.call_id and c.started_at = a.started_at
                           where a.dossier_id = :dossier
                          union all
                          select w.raised_at, 4, 'clock', 'SUPPLEMENT_EXPIRED',
                                 'seq ' || w.seq || ' asked, ' || w.days || ' days, until '
                                   || to_char(w.until at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI:SS'),
                                 null
                            from hub.supplement_warnings w where w.dossier_id = :dossier
                          union all
                          select coalesce(m.ended_at, m.created_at), 5, m.system, 'handed ' || m.kind || ' ' || m.state,
                                 concat_ws(', ', 'lt-' || m.id, 'attempts ' || m.attempts, m.cause), m.correlation_id
                            from hub.dispatches m where m.dossier_id = :dossier
                          union all
                          select h.accepted_at, 6, h.system, 'took it, by ' || h.accepted_by, null, h.correlation_id
                            from hub.handovers h where h.dossier_id = :dossier and h.accepted_at is not null
                          union all
                          select h.registered_at, 6, 'hub', 'handed to nobody', h.gap, h.correlation_id
                            from hub.handovers h where h.dossier_id = :dossier and h.gap is not null
                          union all
                          select f.found_at, 7, 'results', f.rule, concat_ws(', ', f.subject, nullif(f.detail, '')), null
                            from hub.findings f where f.dossier_id = :dossier
                        )
                        select * from story order by at, rank
                        """)
                .param("dossier", dossierId)
                .param(
                        "round",
                        round.stream()
                                .map(detour -> detour.submission().toString())
                                .toArray(String[]::new))
                .query(Timeline::moment)
                .list();
    }

    private static Moment moment(ResultSet row, int number) throws SQLException {
        return new Moment(
                row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET),
                row.getString("place"),
                row.getString("what"),
                row.getString("detail"),
                row.getString("correlation_id"));
    }
}
