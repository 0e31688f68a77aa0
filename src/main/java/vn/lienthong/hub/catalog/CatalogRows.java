package vn.lienthong.hub.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.catalog.agency.AgencyFile;
import vn.lienthong.hub.catalog.calendar.CalendarFile;
import vn.lienthong.hub.catalog.procedure.ProcedureRows;

/** A snapshot of the catalog as rows. */
final class CatalogRows {

    private final JdbcClient db;

    CatalogRows(JdbcClient db) {
        this.db = db;
    }

    void insert(CatalogSnapshot now) {
        long version = now.configVersion();
        AgencyFile agencies = now.agencies().file();
        agencies.agencies().forEach(agency -> agency(agency, version));
        agencies.edges().forEach(edge -> succession(edge, version));
        new ProcedureRows(db).insert(now.procedures(), version);
        now.calendar().daysOff().forEach(day -> day(day, "OFF", version));
        now.calendar().makeUpDays().forEach(day -> day(day, "MAKE_UP", version));
    }

    private void agency(AgencyFile.Entry agency, long version) {
        row("insert into hub.agencies values (?, ?, ?)", agency.id(), agency.kind(), version);
        for (AgencyFile.Version named : agency.versions()) {
            row(
                    "insert into hub.agency_versions values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    agency.id(),
                    named.code(),
                    named.name(),
                    named.from(),
                    named.until(),
                    named.source(),
                    named.provisional(),
                    version,
                    named.kind(),
                    named.parent());
        }
        for (AgencyFile.Code code : agency.codes()) {
            row(
                    "insert into hub.agency_codes values (?, ?, ?, ?, ?, ?, ?, ?)",
                    code.code(),
                    agency.id(),
                    code.from(),
                    code.until(),
                    texts(code.onlyFor()),
                    code.source(),
                    code.provisional(),
                    version);
        }
    }

    private void succession(AgencyFile.Succession edge, long version) {
        row(
                "insert into hub.agency_successions values (?, ?, ?, ?, ?, ?, ?, ?)",
                edge.kind().name(),
                edge.on(),
                texts(edge.from()),
                texts(edge.into()),
                edge.document(),
                edge.provisional(),
                version,
                texts(edge.onlyFor()));
    }

    private void day(CalendarFile.Day day, String kind, long version) {
        row(
                "insert into hub.calendar_days values (?, ?, ?, ?, ?, ?, ?)",
                day.day(),
                kind,
                day.name(),
                day.provisional(),
                version,
                day.decision(),
                day.insteadOf());
    }

    private void row(String sql, @Nullable Object... values) {
        db.sql(sql).params(values).update();
    }

    private static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }
}
