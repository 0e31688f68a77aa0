package vn.lienthong.hub.console.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.console.handover.HandOver.Act;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.platform.time.VietnamTime;

/** What people did, as the audit keeps it, with what each act was done to: the audit itself names that by an id alone. */
@Repository
class Deeds {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final TypeReference<Map<String, Object>> ABOUT = new TypeReference<>() {};

    private final JdbcClient db;
    private final Receipts receipts;
    private final JsonMapper json;

    Deeds(JdbcClient db, Receipts receipts, JsonMapper json) {
        this.db = db;
        this.receipts = receipts;
        this.json = json;
    }

    /** Newest first. */
    List<Act> since(OffsetDateTime since, int most) {
        List<Act> acts = db.sql("""
                        with acts as (
                          select * from hub.audit
                           where at >= :since
                             and split_part(action, '.', 1) not in
                                 ('dossier', 'dossiers', 'slip', 'file', 'audit', 'payment', 'notices', 'hand-over')
                             and action not in ('failure.view', 'failure.reveal')
                             and not (actor = 'hub' and action = 'key-issued')
                           order by id desc limit :most
                        )
                        select a.at, a.actor, a.action, a.object, a.details ->> 'reason' as reason,
                               jsonb_strip_nulls(coalesce(case
                          when a.action = 'issue.decide' then (
                            select jsonb_build_object('issue', i.key, 'kind', i.kind, 'cause', i.cause,
                                     'sender', i.neighbour, 'state', a.details ->> 'state')
                              from hub.issues i where i.key = a.object)
                          when a.action like 'meaning.%' and a.object ~ '^meaning/[0-9]{1,18}$' then (
                            select jsonb_build_object('meaning', p.id, 'code', p.code, 'means', p.meaning,
                                     'sender', p.sender)
                              from hub.meaning_proposals p where p.id = cast(substr(a.object, 9) as bigint))
                          when a.action like 'resend.%' and a.object ~ :id then (
                            select jsonb_build_object('plan', p.id, 'work', p.work,
                                     'cause', p.selection ->> 'cause', 'sender', p.selection ->> 'sender',
                                     'count', (select max(i.no) from hub.resend_items i where i.plan = p.id))
                              from hub.resend_plans p where p.id = cast(a.object as uuid))
                          when a.object = 'filter' then jsonb_build_object('cause', a.details ->> 'cause',
                            'sender', a.details ->> 'sender', 'count', cast(a.details ->> 'replayed' as int))
                          when a.action in ('failure.replay', 'failure.edit') then jsonb_build_object(
                            'receipt', substring(a.object from '^(.+)/[0-9]{1,9}$'),
                            'no', cast(substring(a.object from '/([0-9]{1,9})$') as int),
                            'cause', a.details ->> 'cause')
                          when a.action in ('sync.replay', 'dispatch.move', 'difference.repair') then jsonb_build_object(
                            'dossier', a.object, 'to', a.details ->> 'to', 'repair', a.details ->> 'repair',
                            'difference', a.details ->> 'reconciliation',
                            'sender', (select d.sender from hub.dossiers d where d.code = a.object))
                          when a.action = 'dispatch.replay' and substr(a.object, 4) ~ :id then (
                            select jsonb_build_object('dossier', m.code, 'handing', m.kind, 'sender', m.system)
                              from hub.dispatches m where m.id = cast(substr(a.object, 4) as uuid))
                          when a.action = 'notice.replay' and a.object ~ '^[0-9]{1,18}$' then (
                            select jsonb_build_object('dossier', d.code, 'sender', d.sender)
                              from hub.notices n join hub.dossiers d on d.id = n.dossier_id
                             where n.id = cast(a.object as bigint))
                          when a.action = 'call-back.replay' and a.object ~ '^[0-9]{1,18}$' then (
                            select jsonb_build_object('sender', c.sender)
                              from hub.call_backs c where c.id = cast(a.object as bigint))
                          when a.action like 'key-%' then (
                            select jsonb_build_object('principal', k.principal)
                              from hub.api_keys k where k.prefix = a.object)
                          when a.action like 'certificate-%' then (
                            select jsonb_build_object('principal', c.principal)
                              from hub.certificates c where c.thumbprint = a.object)
                          when a.action like 'maintenance.%' and a.object ~ :id then (
                            select jsonb_build_object('neighbour', w.neighbour, 'from', w.starts_at, 'until', w.ends_at)
                              from hub.maintenance w where w.id = cast(a.object as uuid))
                          when a.action like 'queue.return%' then jsonb_build_object('queue', a.details ->> 'to')
                          when a.action in ('route.suspend', 'route.resume') then jsonb_build_object('route', a.object)
                          when a.action like 'config.%' then jsonb_build_object(
                            'version', substring(a.object from '^config/([0-9]+)$'))
                          when a.action = 'collection.look' then jsonb_build_object('sender', a.object)
                          when a.action = 'reconciliation.ask' then jsonb_build_object('reconciliation', a.object)
                          end, '{}')) as about
                          from acts a order by a.id desc
                        """)
                .param("since", since)
                .param("most", most)
                .param("id", "^" + ID + "$")
                .query((row, number) -> act(row))
                .list();
        return withRecords(acts);
    }

    private Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object"),
                row.getString("reason"),
                json.readValue(row.getString("about"), ABOUT));
    }

    private record Named(UUID receipt, int no) {}

    /** Whose a record is and of which dossier stands with the record; no SQL can read its receipt. */
    private List<Act> withRecords(List<Act> acts) {
        Map<Act, Named> named = new HashMap<>();
        acts.forEach(act -> named(act.about()).ifPresent(record -> named.put(act, record)));
        if (named.isEmpty()) {
            return acts;
        }
        Map<Named, Map<String, Object>> records = records(named.values());
        List<Act> told = new ArrayList<>();
        for (Act act : acts) {
            Named record = named.get(act);
            told.add(record == null ? act : act.with(records.getOrDefault(record, Map.of())));
        }
        return told;
    }

    private Optional<Named> named(Map<String, Object> about) {
        return about.get("receipt") instanceof String text && about.get("no") instanceof Integer no
                ? receipts.parse(text).map(receipt -> new Named(receipt.id(), no))
                : Optional.empty();
    }

    private Map<Named, Map<String, Object>> records(Collection<Named> named) {
        List<Named> all = List.copyOf(new LinkedHashSet<>(named));
        return db
                .sql("""
                        select r.receipt, r.no, r.sender, r.code
                          from unnest(cast(:receipts as uuid[]), cast(:numbers as int[])) as n(receipt, no)
                          join hub.receipts i on i.receipt = n.receipt
                          join hub.records r on r.receipt = i.receipt and r.no = n.no and r.accepted_at = i.accepted_at
                        """)
                .param("receipts", all.stream().map(Named::receipt).toArray(UUID[]::new))
                .param("numbers", all.stream().map(Named::no).toArray(Integer[]::new))
                .query((row, number) -> Map.entry(
                        new Named(row.getObject("receipt", UUID.class), row.getInt("no")),
                        whose(row.getString("sender"), row.getString("code"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Object> whose(String sender, @Nullable String code) {
        return code == null ? Map.of("sender", sender) : Map.of("sender", sender, "dossier", code);
    }
}
