package vn.lienthong.hub.dossier;

/** The register's statements. */
final class RegisterSql {

    /**
     * Locks a dossier by its code or another of its codes.
     *
     * <p>All that a judgement needs is in the row itself: when the lock had to be waited for, PostgreSQL gives the
     * newest row, but would read other tables as they were before the wait.
     */
    static final String LOCK = """
            select d.id, d.code, d.status, d.version, d.details_version, d.last_seq, d.facts, d.history, d.views,
                   d.procedure_code, d.procedure_version, d.agency_id, d.received_at, d.due_at, d.due_source,
                   d.due_proposed, d.due_original, d.due_computed, d.due_computed_now, d.due_rule_version,
                   d.due_provisional, d.payment_state, d.delivery_state, d.sender,
                   coalesce(a.system, d.sender) as authority
              from hub.dossiers d
              left join hub.authorities a on a.dossier_id = d.id and a.stage = 'PROCESSING'
             where d.id = coalesce(
                     (select c.id from hub.dossiers c where c.code = :code),
                     (select x.dossier_id from hub.aliases x
                       where x.code = :code and x.scope in ('', :sender) order by x.kind limit 1))
               for update of d
            """;

    private static final String INSERT = """
            with d as (
              insert into hub.dossiers (id, code, sender, procedure_code, procedure_version, agency_id, status, version,
                     details_version, last_seq, facts, facts_hash, history, views, received_at, due_at, due_source, due_proposed,
                     due_original, due_computed, due_computed_now, due_rule_version, due_provisional, reception_due,
                     payment_state, delivery_state, hold, config_version, applicant_name_plain, id_hash, tax_hash, phone_hash, created_at, updated_at)
              values (:id, :code, :sender, :procedure, :procedureVersion, :agency, :status, :version,
                     :detailsVersion, :lastSeq, cast(:facts as jsonb), :factsHash, cast(:history as json),
                     cast(:views as json), :receivedAt, :dueAt, :dueSource, :dueProposed,
                     :dueOriginal, :dueComputed, :dueComputedNow, :dueRuleVersion, :dueProvisional, :receptionDue,
                     :payment, :delivery, :hold, :configVersion, :name, :idHash, :taxHash, :phoneHash, :now, :now)
              on conflict (code) do nothing
              returning id
            )
            """;

    private static final String UPDATE = """
            with d as (
              update hub.dossiers d set procedure_code = :procedure, procedure_version = :procedureVersion,
                     agency_id = :agency, status = :status, version = :version, details_version = :detailsVersion,
                     last_seq = :lastSeq, history = cast(:history as json), views = cast(:views as json),
                     received_at = :receivedAt, due_at = :dueAt, due_source = :dueSource, due_proposed = :dueProposed,
                     due_extended = case when :dueSource = 'DEPARTMENT' and :dueAt is distinct from d.due_at then null
                                         else d.due_extended end,
                     due_original = :dueOriginal, due_computed = :dueComputed,
                     due_computed_now = :dueComputedNow, due_rule_version = :dueRuleVersion,
                     due_provisional = :dueProvisional,
                     reception_due = coalesce(:receptionDue, d.reception_due), payment_state = :payment, delivery_state = :delivery,
                     hold = :hold,
                     config_version = case when :version > d.version then :configVersion else d.config_version end,
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
            """;

    private static final String EVENTS = """
            , event as (
              insert into hub.events (dossier_id, seq, kind, status, at, order_at, time_source, stamp_ticks, stamp_node,
                     sender, verdict, flags, officer, officer_title, unit, note, fields, receipt, record_no,
                     config_version, correlation_id, recorded_at, doubts)
              select d.id, e.seq, e.kind, e.status, e.at, e.order_at, e.time_source, :ticks, :node,
                     :sender, e.verdict, e.flags, e.officer, e.officer_title, e.unit, e.note, e.fields, :receipt,
                     :recordNo, :configVersion, :correlation, :now, :doubts
                from d cross join jsonb_to_recordset(cast(:events as jsonb)) as e(
                     seq int, kind text, status smallint, at timestamptz, order_at timestamptz, time_source text,
                     verdict text, flags text[], officer text, officer_title text, unit text, note text, fields text[])
            )
            """;

    private static final String WRITTEN = " select count(*) from d";

    /** The statement that creates a dossier, if nobody else does, and writes its first events. */
    static final String CREATE = INSERT + EVENTS + WRITTEN;

    /** The statement that changes a locked dossier and writes its new events. */
    static final String CHANGE = UPDATE + EVENTS + WRITTEN;

    static final String REJUDGE = """
            update hub.events e set verdict = j.value
              from jsonb_each_text(cast(:verdicts as jsonb)) j
             where e.dossier_id = :id and e.kind = 'STATUS' and e.seq = cast(j.key as int)
            """;

    /** Leaves out what another dossier has, as its own code or as an alias. */
    static final String ALIASES = """
            insert into hub.aliases (kind, code, scope, dossier_id)
            select n.kind, n.code, n.scope, :id from unnest(:kinds, :codes, :scopes) as n(kind, code, scope)
             where n.code <> all(array(select o.code from hub.dossiers o where o.code = any(:codes)))
             order by n.code
            on conflict do nothing
            """;

    static final String TAKEN = """
            select exists (select from hub.dossiers o where o.code = any(:codes) and o.id <> :id)
                or exists (select from unnest(:kinds, :codes, :scopes) as n(kind, code, scope)
                             join hub.aliases x using (code, kind, scope) where x.dossier_id <> :id)
            """;

    private RegisterSql() {}
}
