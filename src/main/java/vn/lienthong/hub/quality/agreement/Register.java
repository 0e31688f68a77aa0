package vn.lienthong.hub.quality.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register's side, in ranges of its codes. */
final class Register {

    private static final String SELECT = """
            select d.id, d.code, d.sender, d.status, d.received_at, d.due_at, d.agency_id, d.procedure_code, d.updated_at
            from hub.dossiers d
            """;

    private final JdbcClient db;
    private final Scope scope;

    Register(JdbcClient db, Scope scope) {
        this.db = db;
        this.scope = scope;
    }

    /** Where the next page ends: no side has more than a page of rows up to there; null when all the rest is one page. */
    @Nullable
    String bound(Range rest, int page, List<Shelf> shelves) {
        String own = "(select d.code from hub.dossiers d where " + rest.of("d.code") + " " + scope.where()
                + " order by d.code offset :page limit 1)";
        String sides = shelves.stream()
                .map(shelf -> ", (select key from " + shelf.table() + " where " + rest.of("key")
                        + " order by key offset :page limit 1)")
                .collect(Collectors.joining());
        return rest.bind(db.sql("select least(" + own + sides + ") as bound"))
                .params(scope.params())
                .param("page", page - 1)
                .query((row, number) -> java.util.Optional.ofNullable(row.getString("bound")))
                .single()
                .orElse(null);
    }

    List<Ours> range(Range range) {
        return range.bind(db.sql(SELECT + " where " + range.of("d.code") + " " + scope.where() + " order by d.code"))
                .params(scope.params())
                .query(Register::ours)
                .list();
    }

    /** By their codes, whatever the scope. */
    Map<String, Ours> byCodes(Collection<String> codes) {
        return db
                .sql(SELECT + " where d.code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(Register::ours)
                .list()
                .stream()
                .collect(Collectors.toMap(Ours::code, ours -> ours));
    }

    /** So many of the scope, by chance. */
    List<Ours> sample(int size) {
        Range all = Range.of(scope);
        return all.bind(db.sql(
                        SELECT + " where " + all.of("d.code") + " " + scope.where() + " order by random() limit :size"))
                .params(scope.params())
                .param("size", size)
                .query(Register::ours)
                .list();
    }

    /** How many files the facts of each name. */
    Map<UUID, Integer> files(Collection<UUID> ids) {
        return db
                .sql("""
                        select d.id, (select count(*) from jsonb_path_query(d.facts, '$.components[*].files[*]')) as files
                        from hub.dossiers d where d.id = any(:ids)""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(id(row), row.getInt("files")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Ours ours(ResultSet row, int number) throws SQLException {
        return new Ours(
                id(row),
                row.getString("code"),
                row.getString("sender"),
                row.getObject("status", Integer.class),
                instant(row, "received_at"),
                instant(row, "due_at"),
                row.getString("agency_id"),
                row.getString("procedure_code"),
                Objects.requireNonNull(instant(row, "updated_at")));
    }

    private static UUID id(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("id", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
