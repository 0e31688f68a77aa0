package vn.lienthong.hub.quality.agreement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes behind one and up to another, in the order of the database; null is no bound. */
record Range(
        @Nullable String behind,
        boolean including,
        @Nullable String upTo) {

    /** All codes of a scope. */
    static Range of(Scope scope) {
        return new Range(scope.fromCode(), true, scope.toCode());
    }

    Range upTo(@Nullable String bound) {
        return new Range(behind, including, bound == null ? upTo : bound);
    }

    Range next(String bound, @Nullable String end) {
        return new Range(bound, false, end);
    }

    /** As a condition on a column. */
    String of(String column) {
        List<String> where = new ArrayList<>();
        if (behind != null) {
            where.add(column + (including ? " >= " : " > ") + ":behind");
        }
        if (upTo != null) {
            where.add(column + " <= :upTo");
        }
        return where.isEmpty() ? "true" : String.join(" and ", where);
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        JdbcClient.StatementSpec bound = behind == null ? statement : statement.param("behind", behind);
        return upTo == null ? bound : bound.param("upTo", upTo);
    }
}
