package vn.lienthong.hub.catalog.procedure;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.calendar.TimeLimit;

/** The procedures of a snapshot as rows. */
public final class ProcedureRows {

    private final JdbcClient db;

    public ProcedureRows(JdbcClient db) {
        this.db = db;
    }

    public void insert(ProcedureTable procedures, long version) {
        procedures.entries().forEach(known -> {
            db.sql("insert into hub.procedures values (?, ?)")
                    .params(known.entry().code(), version)
                    .update();
            known.entry().versions().forEach(described -> insert(known, described, version));
        });
    }

    private void insert(ProcedureTable.Known known, ProcedureFile.Version described, long version) {
        Procedure procedure = known.of(described);
        TimeLimit limit = procedure.limit();
        ProcedureTerms terms = procedure.terms();
        OnlineLevel level = terms.level();
        row(
                procedure.code(),
                procedure.version(),
                procedure.name(),
                procedure.domainCode(),
                procedure.domainName(),
                limit == null ? null : limit.amount(),
                limit == null ? null : limit.unit().name(),
                procedure.limitKnown(),
                described.from(),
                described.until(),
                described.source(),
                procedure.provisional(),
                version,
                terms.responsible(),
                level == null ? null : level.level().name(),
                level == null ? null : level.historic(),
                level == null ? null : level.reviewedBy(),
                terms.payBefore(),
                terms.paymentStopsClock(),
                terms.supplement().clock().name(),
                terms.supplement().days(),
                details(terms),
                procedure.demo());
    }

    private void row(@Nullable Object... values) {
        db.sql("""
                insert into hub.procedure_versions
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                """).params(values).update();
    }

    private static String details(ProcedureTerms terms) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "components", terms.components(),
                        "results", terms.results(),
                        "limits", terms.limits(),
                        "fees", terms.fees()));
    }
}
