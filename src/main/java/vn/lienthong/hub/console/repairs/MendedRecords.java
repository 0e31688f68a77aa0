package vn.lienthong.hub.console.repairs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.console.repairs.Repair.Replacement;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;

/** Finds what became of one record, and who mended it. */
@Repository
class MendedRecords {

    private final JdbcClient db;
    private final RepairOrders orders;
    private final Receipts receipts;

    MendedRecords(JdbcClient db, RepairOrders orders, Receipts receipts) {
        this.db = db;
        this.orders = orders;
        this.receipts = receipts;
    }

    /** Empty when there is no such record. */
    Optional<Repair> of(Receipt receipt, int no) {
        return find(receipt.id(), no).map(this::repair);
    }

    private Repair repair(FailedRecord record) {
        List<RepairOrder> known = record.replacedBy() == null ? orders.readings(record) : orders.edits(record);
        return new Repair(
                receipts.text(new Receipt(record.receipt())),
                record.no(),
                record.sender(),
                record.state(),
                record.changedAt(),
                record.code(),
                known.isEmpty() ? null : known.getLast(),
                replacement(record.replacedBy()));
    }

    private @Nullable Replacement replacement(@Nullable UUID receipt) {
        if (receipt == null) {
            return null;
        }
        Optional<FailedRecord> record = find(receipt, 1);
        return new Replacement(
                receipts.text(new Receipt(receipt)),
                record.map(FailedRecord::state).orElse("IN_FLIGHT"),
                record.map(FailedRecord::code).orElse(null));
    }

    private Optional<FailedRecord> find(UUID receipt, int no) {
        return db.sql("""
                        select %s
                          from hub.receipts i
                          join hub.records r on r.receipt = i.receipt and r.no = :no and r.accepted_at = i.accepted_at
                         where i.receipt = :receipt
                        """.formatted(FailedRecord.COLUMNS))
                .param("receipt", receipt)
                .param("no", no)
                .query((row, number) -> FailedRecord.read(row))
                .optional();
    }
}
