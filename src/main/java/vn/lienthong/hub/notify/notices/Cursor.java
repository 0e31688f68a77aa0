package vn.lienthong.hub.notify.notices;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the change feed was read: one place for all nodes, held by one at a time. */
@Repository
class Cursor {

    private final JdbcClient db;

    Cursor(JdbcClient db) {
        this.db = db;
    }

    /** The place, its row locked until the transaction ends; {@code held} is false when another node has it. */
    record Place(boolean held, @Nullable String at) {}

    Place lock() {
        Optional<Place> place = db.sql("select place from hub.notice_cursor for update skip locked")
                .query((row, number) -> new Place(true, row.getString(1)))
                .optional();
        return place.orElseGet(() -> new Place(false, null));
    }

    void move(@Nullable String place) {
        db.sql("update hub.notice_cursor set place = :place where place is distinct from :place")
                .param("place", place)
                .update();
    }
}
