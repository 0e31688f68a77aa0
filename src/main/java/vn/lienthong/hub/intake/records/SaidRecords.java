package vn.lienthong.hub.intake.records;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The records that spoke of a dossier: those that made its events, and those that name it and did not reach it. */
@Repository
class SaidRecords {

    private static final int MOST = 200;
    private static final String SAID = """
            with said as (
              select receipt, record_no as no, array_agg(seq order by seq) as seqs
                from hub.events where dossier_id = :dossier %s group by receipt, record_no
              union all
              select receipt, no, '{}' from hub.records where code = :code and state <> 'REGISTERED' %s
            )
            select r.receipt, r.no, r.sender, r.state, d.seqs, r.accepted_at, s.content_type, s.size, s.records,
                   r.config_version, s.correlation_id
              from said d
              join hub.receipts i on i.receipt = d.receipt
              join hub.records r on r.receipt = d.receipt and r.no = d.no and r.accepted_at = i.accepted_at
              join hub.submissions s on s.receipt = r.receipt and s.accepted_at = r.accepted_at
             where cast(:sender as text) is null or r.sender = :sender
             order by r.accepted_at desc, r.receipt, r.no limit :most
            """;
    private static final String ALL = SAID.formatted("", "");
    private static final String ONE =
            SAID.formatted("and receipt = :receipt and record_no = :no", "and receipt = :receipt and no = :no");

    private final JdbcClient db;
    private final Receipts receipts;

    SaidRecords(JdbcClient db, Receipts receipts) {
        this.db = db;
        this.receipts = receipts;
    }

    /** Newest first; those of one sender when it is given. */
    List<SaidRecord> of(UUID dossierId, String code, @Nullable String sender) {
        return about(ALL, dossierId, code, sender)
                .query((row, number) -> record(row))
                .list();
    }

    /** One of them, however many there are. */
    Optional<SaidRecord> find(UUID dossierId, String code, Receipt receipt, int no, @Nullable String sender) {
        return about(ONE, dossierId, code, sender)
                .param("receipt", receipt.id())
                .param("no", no)
                .query((row, number) -> record(row))
                .list()
                .stream()
                .findFirst();
    }

    private StatementSpec about(String query, UUID dossierId, String code, @Nullable String sender) {
        return db.sql(query)
                .param("dossier", dossierId)
                .param("code", code)
                .param("sender", sender)
                .param("most", MOST);
    }

    private SaidRecord record(ResultSet row) throws SQLException {
        UUID receipt = Objects.requireNonNull(row.getObject("receipt", UUID.class));
        return new SaidRecord(
                receipt,
                receipts.text(new Receipt(receipt)),
                row.getInt("no"),
                row.getString("sender"),
                RecordState.valueOf(row.getString("state")),
                numbers(row.getArray("seqs")),
                row.getObject("accepted_at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET),
                row.getString("content_type"),
                row.getLong("size"),
                row.getInt("records"),
                row.getLong("config_version"),
                row.getString("correlation_id"));
    }

    private static List<Integer> numbers(Array seqs) throws SQLException {
        return List.of((Integer[]) seqs.getArray());
    }
}
