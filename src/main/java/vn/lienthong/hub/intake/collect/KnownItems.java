package vn.lienthong.hub.intake.collect;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** What each thing of each sender looked like when it was last fetched. */
@Repository
class KnownItems {

    private final NamedParameterJdbcTemplate db;
    private final Clock clock;

    KnownItems(NamedParameterJdbcTemplate db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** How a thing looked, and how often it had changed. */
    record Known(String name, String sha256, int version) {}

    Map<String, Known> of(String sender, Collection<Item> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        var asked = new MapSqlParameterSource("sender", sender)
                .addValue("items", items.stream().map(Item::name).distinct().toArray(String[]::new));
        return db
                .query(
                        "select item, sha256, version from hub.collected_items"
                                + " where sender = :sender and item = any(:items)",
                        asked,
                        (row, number) -> new Known(row.getString(1), row.getString(2), row.getInt(3)))
                .stream()
                .collect(Collectors.toMap(Known::name, known -> known));
    }

    void keep(String sender, List<Known> items) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        db.batchUpdate(
                """
                insert into hub.collected_items (sender, item, sha256, version, seen_at)
                values (:sender, :item, :sha256, :version, :now)
                on conflict (sender, item) do update
                   set sha256 = excluded.sha256, version = excluded.version, seen_at = excluded.seen_at
                 where hub.collected_items.version < excluded.version
                """,
                items.stream()
                        .map(item -> new MapSqlParameterSource("sender", sender)
                                .addValue("item", item.name())
                                .addValue("sha256", item.sha256())
                                .addValue("version", item.version())
                                .addValue("now", now))
                        .toArray(SqlParameterSource[]::new));
    }
}
