package vn.lienthong.hub.quality.agreement;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.quality.lists.ListRow;

/**
 * The rows of one side on the server, in a table of their own that is not logged: PostgreSQL sorts them on its disk, and
 * they are gone with the run. A crash of the server empties it, and the run that loses its connection begins anew.
 */
final class Shelf {

    private static final String TABLE = "hub.listed_%s_%s";

    private final Connection connection;
    private final JdbcClient db;
    private final String table;
    private final @Nullable String scope;

    /** {@code scope}: whose local codes the rows bear, null for codes of the whole country. */
    Shelf(Connection connection, JdbcClient db, UUID run, Against side, @Nullable String scope) {
        this.connection = connection;
        this.db = db;
        this.table = name(run, side);
        this.scope = scope;
    }

    private static String name(UUID run, Against side) {
        return TABLE.formatted(run.toString().replace("-", ""), side.name().toLowerCase(java.util.Locale.ROOT));
    }

    String table() {
        return table;
    }

    void build() {
        drop();
        db.sql("create unlogged table " + table + """
                 (key text not null, code text not null, status smallint, received text, due text, agency text, files int)
                """).update();
    }

    void drop() {
        db.sql("drop table if exists " + table).update();
    }

    /** Puts rows on the shelf under the register's codes. */
    void add(List<ListRow> rows) {
        Map<String, String> own = registered(rows);
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format csv)");
            byte[] bytes = rows.stream()
                    .map(row -> line(own.getOrDefault(row.code(), row.code()), row))
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } catch (SQLException failed) {
            throw new IllegalStateException("The rows of a list cannot be kept", failed);
        }
    }

    /** Sorted once, when all are there. */
    void sort() {
        db.sql("create index on " + table + " (key)").update();
        db.sql("analyze " + table).update();
    }

    /** Another system's codes for dossiers that the register knows under its own, where only one bears them. */
    private Map<String, String> registered(List<ListRow> rows) {
        return db
                .sql("""
                        select a.code, min(d.code) as own
                        from hub.aliases a join hub.dossiers d on d.id = a.dossier_id
                        where a.code = any(:codes) and (:scope = '' or a.kind <> 'LOCAL' or a.scope = :scope)
                          and not exists (select from hub.dossiers o where o.code = a.code)
                        group by a.code having count(distinct a.dossier_id) = 1""")
                .param("codes", rows.stream().map(ListRow::code).toArray(String[]::new))
                .param("scope", scope == null ? "" : scope)
                .query((row, number) -> Map.entry(row.getString("code"), row.getString("own")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String line(String key, ListRow row) {
        return String.join(
                        ",",
                        quoted(key),
                        quoted(row.code()),
                        number(row.status()),
                        quoted(row.receivedAt()),
                        quoted(row.dueAt()),
                        quoted(row.agency()),
                        number(row.files()))
                + "\n";
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "" : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /** The rows of a range of codes, in the order in which they were listed as far as they share one. */
    List<Theirs> range(Range range) {
        return range.bind(db.sql("select * from " + table + " where " + range.of("key") + " order by key"))
                .query(Shelf::theirs)
                .list();
    }

    private static Theirs theirs(ResultSet row, int number) throws SQLException {
        return new Theirs(
                row.getString("key"),
                new ListRow(
                        row.getString("code"),
                        row.getObject("status", Integer.class),
                        row.getString("received"),
                        row.getString("due"),
                        row.getString("agency"),
                        row.getObject("files", Integer.class)));
    }
}
