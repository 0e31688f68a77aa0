package vn.lienthong.hub.quality.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.hub.quality.lists.Layout;
import vn.lienthong.hub.quality.lists.Layouts;
import vn.lienthong.hub.quality.lists.ListFormat;
import vn.lienthong.hub.quality.lists.OtherList;

/** The lists of other sides that were uploaded, each kept as it came. */
@Repository
public class Lists {

    private final JdbcClient db;
    private final ContentStore contents;
    private final Layouts layouts;

    Lists(JdbcClient db, ContentStore contents, Layouts layouts) {
        this.db = db;
        this.contents = contents;
        this.layouts = layouts;
    }

    /** Takes a list whose bytes are in the content store already, if its columns can be read. */
    public KeptList keep(KeptList list) {
        try (OtherList readable = open(list)) {
            Objects.requireNonNull(readable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        db.sql("""
                insert into hub.reconciliation_lists
                  (id, side, sender, layout, format, file_name, sha256, size, made_at, taken_by, taken_at)
                values (:id, :side, :sender, :layout, :format, :name, :sha256, :size, :made, :by, :at)""")
                .param("id", list.id())
                .param("side", list.side().name())
                .param("sender", list.sender())
                .param("layout", list.layout())
                .param("format", list.format().name())
                .param("name", list.fileName())
                .param("sha256", list.sha256())
                .param("size", list.size())
                .param("made", list.madeAt())
                .param("by", list.takenBy())
                .param("at", list.takenAt())
                .update();
        return list;
    }

    public Optional<KeptList> find(UUID id) {
        return db.sql("select * from hub.reconciliation_lists where id = :id")
                .param("id", id)
                .query(Lists::list)
                .optional();
    }

    /** From its first row; close it. */
    OtherList open(KeptList list) throws IOException {
        Layout layout = layouts.find(list.layout())
                .orElseThrow(() -> new IllegalStateException("no layout " + list.layout() + " any more"));
        InputStream bytes = contents.open(list.sha256());
        try {
            return OtherList.open(bytes, list.format(), layout);
        } catch (IOException | RuntimeException unusable) {
            bytes.close();
            throw unusable;
        }
    }

    private static KeptList list(ResultSet row, int number) throws SQLException {
        return new KeptList(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Against.valueOf(row.getString("side")),
                row.getString("sender"),
                row.getString("layout"),
                ListFormat.valueOf(row.getString("format")),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getLong("size"),
                local(row, "made_at"),
                row.getString("taken_by"),
                local(row, "taken_at"));
    }

    private static OffsetDateTime local(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(at(row, column));
    }

    static @Nullable OffsetDateTime at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
