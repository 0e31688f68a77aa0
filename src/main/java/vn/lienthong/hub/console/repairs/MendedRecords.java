package vn.lienthong.hub.console.repairs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.console.repairs.Repair.How;
import vn.lienthong.hub.console.repairs.Repair.Order;
import vn.lienthong.hub.console.repairs.Repair.Replacement;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Finds who mended a record from what is kept anyway: the edits, the audit and the plans. */
@Repository
class MendedRecords {

    private final JdbcClient db;
    private final Receipts receipts;

    MendedRecords(JdbcClient db, Receipts receipts) {
        this.db = db;
        this.receipts = receipts;
    }

    private record Row(
            String sender,
            String state,
            OffsetDateTime acceptedAt,
            OffsetDateTime changedAt,
            @Nullable String code,
            int replays,
            @Nullable UUID replacedBy) {}

    /** Empty when there is no such record. */
    Optional<Repair> of(Receipt receipt, int no) {
        return row(receipt.id(), no).map(row -> repair(receipt, no, row));
    }

    private Repair repair(Receipt receipt, int no, Row row) {
        Order order = row.replacedBy() != null
                ? edit(receipt.id(), no).orElse(null)
                : row.replays() == 0 ? null : latest(receipt, no, row);
        return new Repair(
                receipts.text(receipt),
                no,
                row.sender(),
                row.state(),
                row.changedAt(),
                row.code(),
                order,
                row.replacedBy() == null ? null : replacement(row.replacedBy()));
    }

    private @Nullable Order latest(Receipt receipt, int no, Row row) {
        return Stream.of(single(receipt, no), many(row), planned(receipt.id(), no, row))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Order::at))
                .orElse(null);
    }

    private Optional<Row> row(UUID receipt, int no) {
        return db.sql("""
                        select r.sender, r.state, r.accepted_at, r.updated_at, r.code, r.replays, r.replaced_by
                          from hub.receipts i
                          join hub.records r on r.receipt = i.receipt and r.no = :no and r.accepted_at = i.accepted_at
                         where i.receipt = :receipt
                        """)
                .param("receipt", receipt)
                .param("no", no)
                .query((row, number) -> new Row(
                        row.getString("sender"),
                        row.getString("state"),
                        local(row, "accepted_at"),
                        local(row, "updated_at"),
                        row.getString("code"),
                        row.getInt("replays"),
                        row.getObject("replaced_by", UUID.class)))
                .optional();
    }

    private Replacement replacement(UUID receipt) {
        Optional<Row> row = row(receipt, 1);
        return new Replacement(
                receipts.text(new Receipt(receipt)),
                row.map(Row::state).orElse("IN_FLIGHT"),
                row.map(Row::code).orElse(null));
    }

    private Optional<Order> edit(UUID receipt, int no) {
        return db.sql("""
                        select at, actor, reason from hub.record_edits
                         where receipt = :receipt and no = :no order by id desc limit 1
                        """)
                .param("receipt", receipt)
                .param("no", no)
                .query((row, number) -> order(How.EDITED, row, null))
                .optional();
    }

    private Optional<Order> single(Receipt receipt, int no) {
        return db.sql("""
                        select at, actor, coalesce(details ->> 'reason', '') as reason from hub.audit
                         where object = :object and action = 'failure.replay' order by id desc limit 1
                        """)
                .param("object", receipts.text(receipt) + "/" + no)
                .query((row, number) -> order(How.READ_AGAIN, row, null))
                .optional();
    }

    /** The last order over many that this record was among, as far as the order says. */
    private Optional<Order> many(Row record) {
        return db.sql("""
                        select at, actor, coalesce(details ->> 'reason', '') as reason from hub.audit
                         where object = 'filter' and action = 'failure.replay'
                           and at between :changed - interval '7 days' and :changed + interval '1 minute'
                           and coalesce(details ->> 'sender', :sender) = :sender
                           and cast(details ->> 'oldest' as timestamptz) <= :accepted
                           and cast(details ->> 'newest' as timestamptz) >= :accepted
                         order by id desc limit 1
                        """)
                .param("changed", record.changedAt())
                .param("accepted", record.acceptedAt())
                .param("sender", record.sender())
                .query((row, number) -> order(How.READ_AGAIN, row, null))
                .optional();
    }

    private Optional<Order> planned(UUID receipt, int no, Row record) {
        return db.sql("""
                        select i.queued_at as at, coalesce(p.decided_by, p.proposed_by) as actor, p.reason, p.id as plan
                          from hub.resend_plans p
                          join hub.resend_items i on i.plan = p.id and i.receipt = :receipt and i.record_no = :no
                           and i.accepted_at = :accepted
                         where p.work = 'RENORMALISE' and i.queued_at is not null order by i.queued_at desc limit 1
                        """)
                .param("receipt", receipt)
                .param("no", no)
                .param("accepted", record.acceptedAt())
                .query((row, number) -> order(How.PLANNED, row, row.getString("plan")))
                .optional();
    }

    private static Order order(How how, ResultSet row, @Nullable String plan) throws SQLException {
        return new Order(how, local(row, "at"), row.getString("actor"), row.getString("reason"), plan);
    }

    private static OffsetDateTime local(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
