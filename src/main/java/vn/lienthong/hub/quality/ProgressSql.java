package vn.lienthong.hub.quality;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The one question behind forms 06a and 06b. */
final class ProgressSql {

    // The status at the end of the period is of the last effective event before it; no event counts that came later.
    static final String GROUPED = """
            with counted as (
              select %s as key, p.domain_name as name,
                     d.received_at < :from as carried,
                     d.facts->>'channel' as channel,
                     ((case when moved.kind is null then d.due_at else least(d.due_at, d.due_original) end)
                        at time zone 'Asia/Ho_Chi_Minh')::date as due,
                     (ended.at at time zone 'Asia/Ho_Chi_Minh')::date as ended,
                     last.status
              from hub.dossiers d
              left join hub.procedure_versions p
                     on p.code = d.procedure_code and p.version = d.procedure_version
              left join hub.integrity_findings moved -- a date moved on without a reason does not count
                     on moved.dossier_code = d.code and moved.sender = d.sender and moved.kind = 'DUE_MOVED_ON'
                    and moved.subject = '' and moved.settled_at is null
              left join lateral (
                     select min(f.at) as at from (
                       select distinct on (e.status) e.order_at as at from hub.events e -- as first told, not as told anew
                       where e.dossier_id = d.id and e.kind = 'STATUS' and e.status in (3, 8, 9, 10)
                         and e.verdict in ('VALID', 'GAP_BEFORE') and e.order_at < :until
                       order by e.status, e.seq) f) ended on true
              left join lateral (
                     select e.status from hub.events e
                     where e.dossier_id = d.id and e.kind = 'STATUS'
                       and e.verdict in ('VALID', 'GAP_BEFORE') and e.order_at < :until
                     order by e.order_at desc, e.seq desc limit 1) last on true
              where d.received_at < :until
                and d.facts->>'parent' is null -- a part counts with its whole, never beside it
                and (d.received_at >= :from or ended.at is null or ended.at >= :from)
                and (cast(:agency as text) is null or d.agency_id = :agency))
            select key, min(name) as name,
                   count(*),
                   count(*) filter (where not carried),
                   count(*) filter (where carried),
                   count(*) filter (where not carried and channel = 'ONLINE'),
                   count(*) filter (where not carried and channel = 'COUNTER'),
                   count(*) filter (where not carried and channel = 'POST'),
                   count(*) filter (where not carried and channel is null),
                   count(*) filter (where status in (9, 10)),
                   count(*) filter (where status in (9, 10) and ended < due),
                   count(*) filter (where status in (9, 10) and ended = due),
                   count(*) filter (where status in (9, 10) and ended > due),
                   count(*) filter (where status in (9, 10) and due is null),
                   count(*) filter (where status in (2, 4)),
                   count(*) filter (where status in (2, 4) and due >= :to),
                   count(*) filter (where status in (2, 4) and due < :to),
                   count(*) filter (where status in (2, 4) and due is null),
                   count(*) filter (where status = 5),
                   count(*) filter (where status = 7),
                   count(*) filter (where status in (6, 8)),
                   count(*) filter (where status in (1, 3)),
                   count(*) filter (where status is null)
            from counted group by key order by key
            """;

    private static final int FIRST_NUMBER = 3;

    private ProgressSql() {}

    static ProgressReport.Row row(ResultSet row, int number) throws SQLException {
        long[] numbers = new long[ProgressReport.COLUMNS.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = row.getLong(FIRST_NUMBER + i);
        }
        return ProgressReport.Row.of(row.getString("key"), row.getString("name"), numbers);
    }
}
