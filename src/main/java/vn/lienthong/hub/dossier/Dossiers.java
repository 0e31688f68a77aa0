package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register, read. */
@Repository
public class Dossiers {

    private static final String DOSSIER = """
            select d.id, d.code, d.sender, d.procedure_code, d.procedure_version, d.agency_id, d.status, d.version,
                   d.details_version, d.last_seq, d.facts, d.received_at,
                   greatest(d.due_at, d.due_extended) as due_at, d.due_source, d.due_proposed,
                   d.hold, d.config_version, d.created_at, d.updated_at
              from hub.dossiers d
            """;

    private static final String EVENT = """
            select e.id, e.dossier_id, e.seq, e.kind, e.status, e.at, e.order_at, e.time_source, e.verdict, e.flags,
                   e.sender, e.officer, e.officer_title, e.unit, e.note, e.fields, e.receipt, e.record_no,
                   e.config_version, e.correlation_id, e.recorded_at, e.doubts
              from hub.events e
            """;

    private final JdbcClient db;

    Dossiers(JdbcClient db) {
        this.db = db;
    }

    /** By its own code, else by another system's code for it that only one dossier bears. */
    public Optional<DossierView> byCode(String code) {
        Optional<DossierView> own = db.sql(DOSSIER + " where d.code = :code")
                .param("code", code)
                .query(ViewRows::dossier)
                .optional();
        return own.isPresent() ? own : byAlias(code);
    }

    private Optional<DossierView> byAlias(String code) {
        List<DossierView> found = db.sql(DOSSIER + """
                 where d.id in (select a.dossier_id from hub.aliases a where a.code = :code)
                 limit 2
                """)
                .param("code", code)
                .query(ViewRows::dossier)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Those of the ids that exist, in no particular order. */
    public List<DossierView> byIds(Collection<UUID> ids) {
        return db.sql(DOSSIER + " where d.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ViewRows::dossier)
                .list();
    }

    /** What an agency received from one moment until before another, oldest first. */
    public List<DossierView> received(String agency, Instant from, Instant until, int limit) {
        return db.sql(DOSSIER + """
                 where d.agency_id = :agency and d.received_at >= :from and d.received_at < :until
                 order by d.received_at, d.code limit :limit
                """)
                .param("agency", agency)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(ViewRows::dossier)
                .list();
    }

    /** The whole history of a dossier in the order of registration. */
    public List<EventView> events(UUID dossierId) {
        return events(List.of(dossierId)).getOrDefault(dossierId, List.of());
    }

    /** The histories of several dossiers, each in the order of registration. */
    public Map<UUID, List<EventView>> events(Collection<UUID> dossierIds) {
        return db
                .sql(EVENT + " where e.dossier_id = any(:ids) order by e.dossier_id, e.seq")
                .param("ids", dossierIds.toArray(UUID[]::new))
                .query(ViewRows::event)
                .list()
                .stream()
                .collect(Collectors.groupingBy(EventView::dossierId));
    }
}
