package vn.lienthong.hub.quality.resend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.ParkedRecords;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The frozen dossiers of plans, which are only marked any more. */
@Repository
class Items {

    private final JdbcClient db;
    private final Clock clock;

    Items(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Item> unchecked(UUID plan, int limit) {
        return list("plan = :plan and forecast is null", plan, 0, limit);
    }

    List<Item> unsent(UUID plan, int limit) {
        return list("plan = :plan and outcome is null", plan, 0, limit);
    }

    List<Item> queued(UUID plan, int after, int limit) {
        return list("plan = :plan and outcome = 'QUEUED'", plan, after, limit);
    }

    private List<Item> list(String where, UUID plan, int after, int limit) {
        return db.sql("select * from hub.resend_items where " + where + " and no > :after order by no limit :limit")
                .param("plan", plan)
                .param("after", after)
                .param("limit", limit)
                .query(Items::item)
                .list();
    }

    List<Item> page(UUID plan, @Nullable String forecast, @Nullable String outcome, int after, int limit) {
        return db.sql("""
                select * from hub.resend_items
                where plan = :plan and no > :after
                  and (cast(:forecast as text) is null or forecast = :forecast)
                  and (cast(:outcome as text) is null or coalesce(outcome, 'WAITING') = :outcome)
                order by no limit :limit""")
                .param("plan", plan)
                .param("after", after)
                .param("forecast", forecast)
                .param("outcome", outcome)
                .param("limit", limit)
                .query(Items::item)
                .list();
    }

    void forecast(UUID plan, Item item, Forecast forecast) {
        db.sql(
                        "update hub.resend_items set forecast = :kind, forecast_reason = :reason where plan = :plan and no = :no")
                .param("plan", plan)
                .param("no", item.no())
                .param("kind", forecast.kind().name())
                .param("reason", forecast.reason())
                .update();
    }

    /** QUEUED is no end; every other outcome is. */
    void mark(UUID plan, int no, String outcome, @Nullable String reason) {
        db.sql("""
                update hub.resend_items set outcome = :outcome, outcome_reason = :reason,
                  queued_at = case :outcome when 'QUEUED' then :now else queued_at end,
                  ended_at = case :outcome when 'QUEUED' then null else :now end
                where plan = :plan and no = :no""")
                .param("plan", plan)
                .param("no", no)
                .param("outcome", outcome)
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    void cancelUnsent(UUID plan) {
        db.sql("""
                update hub.resend_items set outcome = 'CANCELLED', ended_at = :now
                where plan = :plan and outcome is null""").param("plan", plan).param("now", now()).update();
    }

    Map<String, Long> forecasts(UUID plan) {
        return counts("coalesce(forecast, 'UNCHECKED')", plan);
    }

    Map<String, Long> outcomes(UUID plan) {
        return counts("coalesce(outcome, 'WAITING')", plan);
    }

    private Map<String, Long> counts(String what, UUID plan) {
        Map<String, Long> counts = new TreeMap<>();
        db.sql("select " + what + " as what, count(*) as items from hub.resend_items where plan = :plan group by 1")
                .param("plan", plan)
                .query((ResultSet row) -> {
                    counts.put(row.getString("what"), row.getLong("items"));
                });
        return counts;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getInt("no"),
                row.getObject("dossier_id", UUID.class),
                row.getString("code"),
                row.getInt("frozen_seq"),
                row.getString("forecast"),
                row.getString("forecast_reason"),
                row.getString("outcome"),
                row.getString("outcome_reason"),
                local(row, "queued_at"),
                local(row, "ended_at"),
                record(row));
    }

    private static ParkedRecords.@Nullable Key record(ResultSet row) throws SQLException {
        UUID receipt = row.getObject("receipt", UUID.class);
        return receipt == null
                ? null
                : new ParkedRecords.Key(
                        receipt,
                        row.getInt("record_no"),
                        row.getObject("accepted_at", OffsetDateTime.class).toInstant());
    }

    static @Nullable OffsetDateTime local(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
