package vn.lienthong.hub.national.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.trust.Seal;

/** Reads the calls that spoke of a dossier; their bytes leave this class masked. */
@Repository
class CallLog {

    private final JdbcClient db;
    private final Seal seal;

    CallLog(JdbcClient db, Seal seal) {
        this.db = db;
        this.seal = seal;
    }

    /** Newest first; {@code since} spares the partitions of months before the dossier. */
    List<Attempt> of(UUID dossierId, Instant since, int limit) {
        return db.sql("""
                        select c.id, c.environment, c.service, c.started_at, c.ended_at, c.http_status, c.error_code,
                               c.request, c.response, a.step, a.seqs, a.verdict, a.words
                          from hub.attempts a
                          join hub.calls c on c.id = a.call_id and c.started_at = a.started_at
                         where a.dossier_id = :dossier and a.started_at >= :since
                         order by a.started_at desc, a.call_id
                         limit :limit
                        """)
                .param("dossier", dossierId)
                .param("since", since.atOffset(ZoneOffset.UTC).minusDays(1))
                .param("limit", limit)
                .query(this::attempt)
                .list();
    }

    private Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getString("environment"),
                row.getString("service"),
                row.getString("step"),
                numbers(row.getArray("seqs")),
                row.getObject("started_at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET),
                local(row.getObject("ended_at", OffsetDateTime.class)),
                row.getObject("http_status", Integer.class),
                row.getString("error_code"),
                row.getString("verdict"),
                row.getString("words"),
                shown(row.getBytes("request")),
                row.getBytes("response") == null ? null : shown(row.getBytes("response")));
    }

    private String shown(byte[] sealed) {
        return MaskedWire.of(seal.open(sealed));
    }

    private static @Nullable OffsetDateTime local(@Nullable OffsetDateTime at) {
        return at == null ? null : at.withOffsetSameInstant(VietnamTime.OFFSET);
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Integer[]) array.getArray());
    }
}
