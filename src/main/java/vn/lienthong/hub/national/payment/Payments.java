package vn.lienthong.hub.national.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.state.PaymentTransaction;

/** The payments, and what did not fit. */
@Repository
class Payments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Payments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something that does not fit, told once with a count. */
    record Finding(String reference, String kind, String detail, Instant first, Instant last, int times) {}

    /** A payment of this amount for the dossier that nobody has paid yet. */
    Optional<Payment> started(UUID dossier, long amount) {
        return jdbc.sql("""
                        select * from hub.payments where dossier_id = :dossier and amount = :amount and state = 'STARTED'
                        order by started_at desc limit 1""")
                .param("dossier", dossier)
                .param("amount", amount)
                .query(Payments::payment)
                .optional();
    }

    void start(String reference, UUID dossier, String code, long amount) {
        jdbc.sql("""
                        insert into hub.payments (reference, dossier_id, dossier_code, amount, state, started_at)
                        values (:reference, :dossier, :code, :amount, 'STARTED', :now)""")
                .param("reference", reference)
                .param("dossier", dossier)
                .param("code", code)
                .param("amount", amount)
                .param("now", now())
                .update();
    }

    void offered(String reference, @Nullable String url, @Nullable String cause) {
        jdbc.sql("update hub.payments set url = coalesce(:url, url), cause = :cause where reference = :reference")
                .param("reference", reference)
                .param("url", url)
                .param("cause", cause)
                .update();
    }

    Optional<Payment> of(String reference) {
        return jdbc.sql("select * from hub.payments where reference = :reference")
                .param("reference", reference)
                .query(Payments::payment)
                .optional();
    }

    /** Held until the transaction ends: the same confirmation may come a hundred times at once. */
    Optional<Payment> locked(String reference) {
        return jdbc.sql("select * from hub.payments where reference = :reference for update")
                .param("reference", reference)
                .query(Payments::payment)
                .optional();
    }

    void ended(String reference, PaymentTransaction state, Confirmation told, @Nullable Instant paidAt) {
        jdbc.sql("""
                        update hub.payments set state = :state, transaction = :transaction, bank = :bank, paid_at = :paid,
                          confirmed_at = :now, confirmations = confirmations + 1, cause = :cause
                        where reference = :reference""")
                .param("state", state.name())
                .param("transaction", told.transaction())
                .param("bank", told.bank())
                .param("paid", paidAt == null ? null : paidAt.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .param("cause", state == PaymentTransaction.FAILED ? "the platform says " + told.code() : null)
                .param("reference", reference)
                .update();
    }

    void repeated(String reference) {
        jdbc.sql("update hub.payments set confirmations = confirmations + 1 where reference = :reference")
                .param("reference", reference)
                .update();
    }

    void settled(String reference) {
        jdbc.sql("update hub.payments set settled_at = :now, cause = null where reference = :reference")
                .param("reference", reference)
                .param("now", now())
                .update();
    }

    void asked(String reference) {
        jdbc.sql("update hub.payments set asked_at = :now where reference = :reference")
                .param("reference", reference)
                .param("now", now())
                .update();
    }

    /** True when this is told for the first time. */
    boolean note(String reference, String kind, String detail) {
        return jdbc.sql("""
                        insert into hub.payment_findings as f (reference, kind, detail, first_at, last_at)
                        values (:reference, :kind, :detail, :now, :now)
                        on conflict (reference, kind, detail) do update set last_at = excluded.last_at, times = f.times + 1
                        returning times = 1""")
                .param("reference", cut(reference))
                .param("kind", kind)
                .param("detail", cut(detail))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Newest first. */
    List<Payment> page(@Nullable PaymentTransaction state, int limit) {
        return jdbc.sql("""
                        select * from hub.payments where cast(:state as text) is null or state = :state
                        order by started_at desc limit :limit""")
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query(Payments::payment)
                .list();
    }

    /** Paid at the bank, but the dossier does not know it yet; oldest first. */
    List<Payment> unsettled(int limit) {
        return jdbc.sql("""
                        select * from hub.payments where state = 'SUCCEEDED' and settled_at is null
                        order by confirmed_at limit :limit""").param("limit", limit).query(Payments::payment).list();
    }

    /** Nobody said anything of them for so long. */
    List<Payment> silent(Instant before, int limit) {
        return jdbc.sql("""
                        select * from hub.payments where state = 'STARTED' and started_at < :before
                          and coalesce(asked_at, started_at) < :before
                        order by coalesce(asked_at, started_at) limit :limit""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Payments::payment)
                .list();
    }

    List<Finding> findings(int limit) {
        return jdbc.sql("select * from hub.payment_findings order by last_at desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Finding(
                        row.getString("reference"),
                        row.getString("kind"),
                        row.getString("detail"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getInt("times")))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getString("reference"),
                row.getObject("dossier_id", UUID.class),
                row.getString("dossier_code"),
                row.getLong("amount"),
                PaymentTransaction.valueOf(row.getString("state")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("url"),
                row.getString("transaction"),
                row.getString("bank"),
                instant(row, "paid_at"),
                instant(row, "confirmed_at"),
                row.getInt("confirmations"),
                instant(row, "settled_at"),
                row.getString("cause"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
