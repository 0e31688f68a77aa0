package vn.lienthong.hub.quality;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * The reports a province makes of its dossiers, counted from the register at the moment they are asked for.
 *
 * <p>A dossier has ended with its first effective event of status 3, 8, 9 or 10: a later correction does not move it to
 * another period. Ends and due dates are compared by the calendar date in Vietnam, in every report alike.
 */
@Component
public class Reports {

    private final JdbcClient database;
    private final Agencies agencies;

    Reports(JdbcClient database, Agencies agencies) {
        this.database = database;
        this.agencies = agencies;
    }

    /** Dossiers filed online in a year and the year before, by department. */
    public OnlineReport online(int year) {
        List<OnlineReport.Row> rows = database.sql("""
                        select agency_id,
                               count(*) filter (where year = :year) as filed,
                               count(*) filter (where year = :year and online) as online,
                               count(*) filter (where year = :year - 1) as filed_before,
                               count(*) filter (where year = :year - 1 and online) as online_before
                        from (select agency_id,
                                     coalesce(facts->>'channel' = 'ONLINE', false) as online,
                                     extract(year from coalesce((facts->>'submittedAt')::timestamptz, received_at)
                                                       at time zone 'Asia/Ho_Chi_Minh') as year
                              from hub.dossiers
                              where facts->>'parent' is null) filed
                        where year in (:year, :year - 1)
                        group by agency_id
                        order by agency_id nulls last
                        """)
                .param("year", year)
                .query((row, number) -> new OnlineReport.Row(
                        row.getString("agency_id"),
                        name(row.getString("agency_id"), LocalDate.of(year, 12, 31)),
                        row.getLong("filed"),
                        row.getLong("online"),
                        row.getLong("filed_before"),
                        row.getLong("online_before")))
                .list();
        return new OnlineReport(year, OnlineReport.COHORT, rows, OnlineReport.sum(rows));
    }

    /** Form 06b: how the dossiers of a period were handled, by agency. */
    public ProgressReport byAgency(LocalDate from, LocalDate to) {
        return progress("06b", from, to, null, "coalesce(d.agency_id, '')");
    }

    /** Form 06a: the same of one agency, or of all together, by domain. */
    public ProgressReport byDomain(LocalDate from, LocalDate to, @Nullable String agency) {
        return progress("06a", from, to, agency, "coalesce(p.domain_code, '')");
    }

    private ProgressReport progress(String form, LocalDate from, LocalDate to, @Nullable String agency, String group) {
        List<ProgressReport.Row> rows = database.sql(ProgressSql.GROUPED.formatted(group))
                .param("from", from.atStartOfDay().atOffset(VietnamTime.OFFSET))
                .param("until", to.plusDays(1).atStartOfDay().atOffset(VietnamTime.OFFSET))
                .param("to", to)
                .param("agency", agency)
                .query(ProgressSql::row)
                .list();
        List<ProgressReport.Row> named = form.equals("06b")
                ? rows.stream().map(row -> row.named(name(row.key(), to))).toList()
                : rows;
        return new ProgressReport(form, from, to, ProgressReport.COHORT, named, ProgressReport.Row.sum(rows));
    }

    private @Nullable String name(@Nullable String agency, LocalDate day) {
        return agency == null || agency.isEmpty()
                ? null
                : agencies.find(agency, day).map(Agency::name).orElse(null);
    }
}
