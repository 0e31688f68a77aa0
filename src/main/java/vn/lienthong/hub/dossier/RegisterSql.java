package vn.lienthong.hub.dossier;

/** The register's statements. */
final class RegisterSql {

    /**
     * Locks a dossier by its code or another of its codes, and reads what hangs on it in the same round trip.
     *
     * <p>If the lock had to be waited for, the dossier's row is the newest but the rest is from before; {@code touched}
     * differing from {@code touched_then} tells. Events are looked for from a day before the dossier's creation, so
     * that older partitions are left alone and nodes may disagree about the time.
     */
    static final String LOCK = """
            select d.id, d.code, d.status, d.version, d.details_version, d.last_seq, d.facts, d.procedure_code,
                   d.procedure_version, d.agency_id, d.received_at, d.due_at, d.due_source, d.due_proposed,
                   coalesce(a.system, d.sender) as authority,
                   v.hash as view_hash, v.status as view_status, v.snapshot_at, v.stamp_ticks as view_ticks,
                   v.stamp_node as view_node,
                   (select json_agg(h) from
                     (select e.seq, e.sender, e.status, e.at, e.order_at, e.time_source, e.stamp_ticks, e.stamp_node,
                             e.verdict, e.flags, e.officer, e.note
                        from hub.events e
                       where e.dossier_id = d.id and e.kind = 'STATUS'
                         and e.recorded_at >= d.created_at - interval '1 day'
                       order by e.seq) h) as history,
                   d.touched, (select s.touched from hub.dossiers s where s.id = d.id) as touched_then
              from hub.dossiers d
              left join hub.authorities a on a.dossier_id = d.id and a.stage = 'PROCESSING'
              left join hub.sender_views v on v.dossier_id = d.id and v.sender = :sender
             where d.id = coalesce(
                     (select c.id from hub.dossiers c where c.code = :code),
                     (select x.dossier_id from hub.aliases x
                       where x.code = :code and x.scope in ('', :sender) order by x.kind limit 1))
               for update of d
            """;

    private static final String REST = """
            , event as (
              insert into hub.events (dossier_id, seq, kind, status, at, order_at, time_source, stamp_ticks, stamp_node,
                     sender, verdict, flags, officer, officer_title, unit, note, fields, receipt, record_no,
                     config_version, correlation_id, recorded_at)
              select d.id, e.seq, e.kind, e.status, e.at, e.order_at, e.time_source, :ticks, :node,
                     :sender, e.verdict, case when e.kind = 'DETAILS' then e.flags || taken.flag else e.flags end,
                     e.officer, e.officer_title, e.unit, e.note, e.fields, :receipt, :recordNo,
                     :configVersion, :correlation, :now
                from d cross join taken cross join jsonb_to_recordset(cast(:events as jsonb)) as e(
                     seq int, kind text, status smallint, at timestamptz, order_at timestamptz, time_source text,
                     verdict text, flags text[], officer text, officer_title text, unit text, note text, fields text[])
               order by e.seq
            ), alias as (
              insert into hub.aliases (kind, code, scope, dossier_id)
              select n.kind, n.code, n.scope, d.id from d cross join news n
               where not exists (select from hub.dossiers o where o.code = n.code)
               order by n.code
              on conflict do nothing
            ), view as (
              insert into hub.sender_views as v (dossier_id, sender, hash, status, snapshot_at, stamp_ticks, stamp_node)
              select d.id, :sender, :viewHash, :viewStatus, :snapshotAt, :ticks, :node from d where :snapshot
              on conflict (dossier_id, sender) do update set hash = excluded.hash, status = excluded.status,
                     snapshot_at = excluded.snapshot_at, stamp_ticks = excluded.stamp_ticks,
                     stamp_node = excluded.stamp_node
            )
            select count(*) from d
            """;

    private static final String NEWS = """
            with news as (
              select * from jsonb_to_recordset(cast(:aliases as jsonb)) as n(kind text, code text, scope text)
            ), taken as (
              select case when exists (
                  select from news n join hub.aliases x using (code, kind, scope) where x.dossier_id <> :id
                  union all
                  select from news n join hub.dossiers o using (code) where o.id <> :id)
                then array['ALIAS_TAKEN'] else array[]::text[] end as flag
            ), d as (
            """;

    static final String INSERT = NEWS + """
              insert into hub.dossiers (id, code, sender, procedure_code, procedure_version, agency_id, status, version,
                     details_version, last_seq, facts, facts_hash, received_at, due_at, due_source, due_proposed, hold,
                     config_version, applicant_name_plain, id_hash, tax_hash, phone_hash, created_at, updated_at)
              values (:id, :code, :sender, :procedure, :procedureVersion, :agency, :status, :version,
                     :detailsVersion, :lastSeq, cast(:facts as jsonb), :factsHash, :receivedAt, :dueAt, :dueSource,
                     :dueProposed, :hold, :configVersion, :name, :idHash, :taxHash, :phoneHash, :now, :now)
              on conflict (code) do nothing
              returning id
            ), authority as (
              insert into hub.authorities (dossier_id, stage, system, since)
              select d.id, 'PROCESSING', :sender, :now from d
            )
            """ + REST;

    static final String UPDATE = NEWS + """
              update hub.dossiers d set procedure_code = :procedure, procedure_version = :procedureVersion,
                     agency_id = :agency, status = :status, version = :version, details_version = :detailsVersion,
                     last_seq = :lastSeq, touched = d.touched + 1,
                     received_at = :receivedAt, due_at = :dueAt, due_source = :dueSource, due_proposed = :dueProposed,
                     hold = :hold, config_version = :configVersion,
                     facts = coalesce(cast(:facts as jsonb), d.facts),
                     facts_hash = coalesce(:factsHash, d.facts_hash),
                     applicant_name_plain = coalesce(:name, d.applicant_name_plain),
                     id_hash = coalesce(:idHash, d.id_hash),
                     tax_hash = coalesce(:taxHash, d.tax_hash),
                     phone_hash = coalesce(:phoneHash, d.phone_hash),
                     updated_at = :now
               where d.id = :id and d.code = :code
              returning d.id
            )
            """ + REST;

    static final String REJUDGE = """
            update hub.events e set verdict = j.value
              from jsonb_each_text(cast(:verdicts as jsonb)) j
             where e.dossier_id = :id and e.kind = 'STATUS' and e.seq = cast(j.key as int)
            """;

    private RegisterSql() {}
}
