package vn.lienthong.hub.notify.slips;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.audit.Actor;

/** What officers added to forms; append-only, the newest counts and the others stay to be counted. */
@Repository
class Entries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    Entries(JdbcClient db) {
        this.db = db;
    }

    /** In the order they were made. */
    List<Entry> of(UUID dossier, Form form) {
        return db.sql("""
                        select no, words, entered_by, entered_at from hub.slip_entries
                         where dossier_id = :dossier and form = :form order by no
                        """)
                .param("dossier", dossier)
                .param("form", form.number())
                .query(Entries::entry)
                .list();
    }

    /** False when another officer added one meanwhile: the counts were made without it. */
    boolean add(UUID dossier, Form form, Entry entry, Actor by) {
        return db.sql("""
                        insert into hub.slip_entries (dossier_id, form, no, words, entered_by, entered_at)
                        values (:dossier, :form, :no, cast(:words as jsonb), :by, :at)
                        on conflict do nothing
                        """)
                        .param("dossier", dossier)
                        .param("form", form.number())
                        .param("no", entry.no())
                        .param("words", JSON.writeValueAsString(entry.words()))
                        .param("by", by.name())
                        .param("at", entry.enteredAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getInt("no"),
                JSON.readValue(row.getString("words"), Entry.Words.class),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }
}
