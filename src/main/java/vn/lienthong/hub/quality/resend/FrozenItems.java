package vn.lienthong.hub.quality.resend;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.ParkedRecords;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Chooses what a plan is about, once, when it is proposed. */
@Repository
class FrozenItems {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Clock clock;

    FrozenItems(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Freezes at most {@code limit} dossiers, oldest first, and answers how many. */
    int freeze(UUID plan, Selection selection, String neighbour, String environment, int limit) {
        JdbcClient.StatementSpec insert = db.sql("""
                insert into hub.resend_items (plan, no, dossier_id, code, frozen_seq)
                select :plan, row_number() over (order by d.received_at, d.code), d.id, d.code, d.last_seq
                from hub.dossiers d
                where true %s
                order by d.received_at, d.code limit :limit""".formatted(where(selection)));
        return bound(insert, selection)
                .param("plan", plan)
                .param("neighbour", neighbour)
                .param("environment", environment)
                .param("limit", limit)
                .update();
    }

    private static String where(Selection selection) {
        List<String> where = new ArrayList<>();
        if (!selection.codes().isEmpty()) {
            where.add(
                    "and (d.code = any(:codes) or d.id in (select a.dossier_id from hub.aliases a where a.code = any(:codes)))");
        }
        if (selection.sender() != null) {
            where.add("and d.sender = :sender");
        }
        if (selection.procedure() != null) {
            where.add("and d.procedure_code = :procedure");
        }
        if (selection.from() != null) {
            where.add("and d.received_at >= :from");
        }
        if (selection.to() != null) {
            where.add("and d.received_at < :until");
        }
        if (selection.cause() != null) {
            where.add("""
                    and exists (select from hub.sync s where s.dossier_id = d.id and s.neighbour = :neighbour
                                and s.environment = :environment and s.state = 'BLOCKED'
                                and starts_with(s.cause, :cause))""");
        }
        return String.join(" ", where);
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Selection selection) {
        return statement
                .param("codes", selection.codes().toArray(String[]::new))
                .param("sender", selection.sender())
                .param("procedure", selection.procedure())
                .param(
                        "from",
                        selection.from() == null
                                ? null
                                : selection.from().atStartOfDay().atOffset(VietnamTime.OFFSET))
                .param(
                        "until",
                        selection.to() == null
                                ? null
                                : selection.to().plusDays(1).atStartOfDay().atOffset(VietnamTime.OFFSET))
                .param("cause", selection.cause());
    }

    /** Freezes records in the order given. */
    void freeze(UUID plan, List<ParkedRecords.Parked> records) {
        db.sql("""
                insert into hub.resend_items (plan, no, code, frozen_seq, receipt, record_no, accepted_at)
                select :plan, row_number() over (), coalesce(o.code, ''), 0, o.receipt, o.no, o.accepted_at
                from jsonb_to_recordset(cast(:records as jsonb))
                  as o(code text, receipt uuid, no int, accepted_at timestamptz)""")
                .param("plan", plan)
                .param(
                        "records",
                        JSON.writeValueAsString(records.stream().map(Frozen::of).toList()))
                .update();
    }

    private record Frozen(
            @Nullable String code,
            UUID receipt,
            int no,
            @JsonProperty("accepted_at") String acceptedAt) {

        static Frozen of(ParkedRecords.Parked parked) {
            ParkedRecords.Key key = parked.key();
            return new Frozen(
                    parked.code(), key.receipt(), key.no(), key.acceptedAt().toString());
        }
    }

    /** Codes of the list that nobody bears are in the plan too, and have failed. */
    int addUnknown(UUID plan, List<String> codes, int behind) {
        return db.sql("""
                insert into hub.resend_items
                  (plan, no, code, frozen_seq, forecast, forecast_reason, outcome, outcome_reason, ended_at)
                select :plan, :behind + row_number() over (order by c), c, 0, 'WILL_FAIL', 'unknown code', 'FAILED',
                       'unknown code', :now
                from (select distinct c from unnest(cast(:codes as text[])) c) asked
                where not exists (select from hub.dossiers d where d.code = c)
                  and not exists (select from hub.aliases a where a.code = c)""")
                .param("plan", plan)
                .param("behind", behind)
                .param("codes", codes.toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
