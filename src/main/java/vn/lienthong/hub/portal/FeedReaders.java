package vn.lienthong.hub.portal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.ChangeFeed;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Who reads the change feed, and how far each had come when it was last here; only for people to look at. */
@Repository
class FeedReaders {

    private static final Logger log = LoggerFactory.getLogger(FeedReaders.class);

    private final JdbcClient db;
    private final Clock clock;

    FeedReaders(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A reader.
     *
     * @param next the cursor it was given
     * @param changes how many it was given with it
     */
    record Reader(String reader, OffsetDateTime at, String next, int changes) {}

    /** The reader gets its page whether or not this can be kept. */
    void came(String reader, ChangeFeed.Page page) {
        try {
            db.sql("""
                            insert into hub.feed_reads (reader, at, next, changes) values (:reader, :at, :next, :changes)
                            on conflict (reader) do update set at = excluded.at, next = excluded.next,
                              changes = excluded.changes
                            """)
                    .param("reader", reader)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("next", page.next())
                    .param("changes", page.changes().size())
                    .update();
        } catch (DataAccessException notKept) {
            log.warn("How far {} has read could not be kept", reader, notKept);
        }
    }

    List<Reader> all() {
        return db.sql("select * from hub.feed_reads order by reader")
                .query((row, number) -> new Reader(
                        row.getString("reader"),
                        row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET),
                        row.getString("next"),
                        row.getInt("changes")))
                .list();
    }
}
