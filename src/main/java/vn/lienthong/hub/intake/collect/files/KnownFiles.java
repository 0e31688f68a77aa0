package vn.lienthong.hub.intake.collect.files;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.intake.collect.files.FileServer.Seen;

/** Which files were seen and since when they stand still, and which were taken and not yet answered. */
@Repository
class KnownFiles {

    private final JdbcClient db;
    private final Clock clock;

    KnownFiles(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A file that was taken, and the receipt for it. */
    record Taken(String name, UUID receipt) {}

    /** For how long the file has looked like this. */
    Duration still(String sender, Seen file) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime since = db.sql("""
                        insert into hub.seen_files (sender, name, size, modified, since)
                        values (:sender, :name, :size, :modified, :now)
                        on conflict (sender, name) do update
                           set size = excluded.size, modified = excluded.modified,
                               since = case when hub.seen_files.size = excluded.size
                                             and hub.seen_files.modified = excluded.modified
                                            then hub.seen_files.since else excluded.since end
                        returning since
                        """)
                .param("sender", sender)
                .param("name", file.name())
                .param("size", file.size())
                .param("modified", file.modified())
                .param("now", now)
                .query((row, number) -> Objects.requireNonNull(row.getObject(1, OffsetDateTime.class)))
                .single();
        return Duration.between(since, now);
    }

    /** It is gone from its folder. */
    void gone(String sender, String name) {
        db.sql("delete from hub.seen_files where sender = :sender and name = :name")
                .param("sender", sender)
                .param("name", name)
                .update();
    }

    void taken(String sender, Taken file) {
        db.sql("""
                        insert into hub.taken_files (sender, receipt, name, taken_at)
                        values (:sender, :receipt, :name, :now) on conflict do nothing
                        """)
                .param("sender", sender)
                .param("receipt", file.receipt())
                .param("name", file.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Those whose outcome the sender was not told. */
    List<Taken> unanswered(String sender) {
        return db.sql("""
                        select name, receipt from hub.taken_files
                         where sender = :sender and answered_at is null order by taken_at limit 1000
                        """)
                .param("sender", sender)
                .query((row, number) ->
                        new Taken(row.getString(1), Objects.requireNonNull(row.getObject(2, UUID.class))))
                .list();
    }

    void answered(String sender, Taken file) {
        db.sql("""
                        update hub.taken_files set answered_at = :now
                         where sender = :sender and receipt = :receipt and name = :name
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("sender", sender)
                .param("receipt", file.receipt())
                .param("name", file.name())
                .update();
    }
}
