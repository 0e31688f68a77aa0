package vn.lienthong.hub.console.repairs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.console.repairs.RepairOrder.How;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;

/** Finds what was ordered for a record from what is kept anyway: the edits, the audit and the plans; oldest first. */
@Repository
class RepairOrders {

    private final JdbcClient db;
    private final Receipts receipts;

    RepairOrders(JdbcClient db, Receipts receipts) {
        this.db = db;
        this.receipts = receipts;
    }

    List<RepairOrder> edits(FailedRecord record) {
        if (record.replacedBy() == null) {
            return List.of();
        }
        return db.sql("""
                        select at, actor, reason, null as cause from hub.record_edits
                         where receipt = :receipt and no = :no order by id
                        """)
                .param("receipt", record.receipt())
                .param("no", record.no())
                .query((row, number) -> order(How.EDITED, row, null))
                .list();
    }

    /** As many as it was read again; those over many only where none names this one, and then the last that fit. */
    List<RepairOrder> readings(FailedRecord record) {
        List<RepairOrder> orders = new ArrayList<>();
        if (record.replays() > 0) {
            orders.addAll(single(record));
            orders.addAll(planned(record));
            if (orders.size() < record.replays()) {
                orders.addAll(many(record, record.replays() - orders.size()));
            }
            orders.sort(Comparator.comparing(RepairOrder::at));
        }
        return orders;
    }

    /** One that found nothing left to do is none. */
    private List<RepairOrder> single(FailedRecord record) {
        return db.sql("""
                        select at, actor, coalesce(details ->> 'reason', '') as reason, details ->> 'cause' as cause
                          from hub.audit
                         where object = :object and action = 'failure.replay'
                           and coalesce(details ->> 'replayed', '1') <> '0'
                         order by id desc limit :most
                        """)
                .param("object", receipts.text(new Receipt(record.receipt())) + "/" + record.no())
                .param("most", record.replays())
                .query((row, number) -> order(How.READ_AGAIN, row, null))
                .list();
    }

    /** The last orders over many that this record was among, as far as the orders say. */
    private List<RepairOrder> many(FailedRecord record, int most) {
        return db.sql("""
                        select at, actor, coalesce(details ->> 'reason', '') as reason, details ->> 'cause' as cause
                          from hub.audit
                         where object = 'filter' and action = 'failure.replay'
                           and at between :changed - interval '7 days' and :changed + interval '1 minute'
                           and coalesce(details ->> 'replayed', '1') <> '0'
                           and coalesce(details ->> 'sender', :sender) = :sender
                           and cast(details ->> 'oldest' as timestamptz) <= :accepted
                           and cast(details ->> 'newest' as timestamptz) >= :accepted
                         order by id desc limit :most
                        """)
                .param("changed", record.changedAt())
                .param("accepted", record.acceptedAt())
                .param("sender", record.sender())
                .param("most", most)
                .query((row, number) -> order(How.READ_AGAIN, row, null))
                .list();
    }

    private List<RepairOrder> planned(FailedRecord record) {
        return db.sql("""
                        select i.queued_at as at, coalesce(p.decided_by, p.proposed_by) as actor, p.reason, p.id as plan,
                               p.selection ->> 'cause' as cause
                          from hub.resend_plans p
                          join hub.resend_items i on i.plan = p.id and i.receipt = :receipt and i.record_no = :no
                           and i.accepted_at = :accepted
                         where p.work = 'RENORMALISE' and i.queued_at is not null order by i.queued_at
                        """)
                .param("receipt", record.receipt())
                .param("no", record.no())
                .param("accepted", record.acceptedAt())
                .query((row, number) -> order(How.PLANNED, row, row.getString("plan")))
                .list();
    }

    private static RepairOrder order(How how, ResultSet row, @Nullable String plan) throws SQLException {
        return new RepairOrder(
                how,
                FailedRecord.local(row, "at"),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("cause"),
                plan);
    }
}
