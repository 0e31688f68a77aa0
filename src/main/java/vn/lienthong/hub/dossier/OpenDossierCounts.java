package vn.lienthong.hub.dossier;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.OpenDossiers;

/** Counts in the register; walks the whole of it, for an administrator's rare question. */
@Component
class OpenDossierCounts implements OpenDossiers {

    private final JdbcClient db;

    OpenDossierCounts(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Count> of(Collection<String> agencyIds, Collection<String> procedureCodes) {
        return db.sql("""
                        select agency_id, procedure_code, count(*) as open
                          from hub.dossiers
                         where (status is null or status not in (3, 8, 10))
                           and (agency_id = any(:agencies) or procedure_code = any(:procedures))
                         group by agency_id, procedure_code
                         order by agency_id, procedure_code
                        """)
                .param("agencies", agencyIds.toArray(String[]::new))
                .param("procedures", procedureCodes.toArray(String[]::new))
                .query((row, number) ->
                        new Count(row.getString("agency_id"), row.getString("procedure_code"), row.getLong("open")))
                .list();
    }
}
