package vn.lienthong.hub.console.repairs;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;

/** The records of a dossier that were read again or replaced before they got into the register. */
@Repository
public class Detours {

    private final JdbcClient db;
    private final RepairOrders orders;
    private final Receipts receipts;

    Detours(JdbcClient db, RepairOrders orders, Receipts receipts) {
        this.db = db;
        this.orders = orders;
        this.receipts = receipts;
    }

    /** Oldest first: those that its events came from, and those that were edited until one of them got in. */
    public List<Detour> of(UUID dossierId) {
        return db
                .sql("""
                        with said as (
                          select distinct receipt, record_no as no from hub.events where dossier_id = :dossier
                        ), edits as (
                          select y.receipt, y.no, y.replacement
                            from hub.record_edits x
                            join hub.record_edits y on y.receipt = x.receipt and y.no = x.no
                           where x.replacement in (select receipt from said)
                        ), kin as (
                          select receipt, no from said
                           union select receipt, no from edits
                           union select replacement, 1 from edits
                        )
                        select %s
                          from kin k
                          join hub.receipts i on i.receipt = k.receipt
                          join hub.records r on r.receipt = i.receipt and r.no = k.no and r.accepted_at = i.accepted_at
                         where r.replays > 0 or r.replaced_by is not null
                         order by r.accepted_at, r.receipt, r.no
                        """.formatted(FailedRecord.COLUMNS))
                .param("dossier", dossierId)
                .query((row, number) -> FailedRecord.read(row))
                .list()
                .stream()
                .map(this::detour)
                .toList();
    }

    private Detour detour(FailedRecord record) {
        return new Detour(
                record.receipt(),
                receipts.text(new Receipt(record.receipt())) + "/" + record.no(),
                record.sender(),
                record.acceptedAt(),
                record.cause(),
                record.replacedBy() != null,
                Stream.concat(orders.readings(record).stream(), orders.edits(record).stream())
                        .toList());
    }
}
