package vn.lienthong.hub.national.account;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.dossier.Neighbour;

/** Dossiers that were told lately without the account of who filed them online, and nobody asked about it. */
final class ToldDossiers {

    /** Of the latest changes only: whoever waited before them was asked about, or is with the next change. */
    private static final int LATELY = 20_000;

    private final JdbcClient jdbc;
    private final Neighbour portal;

    ToldDossiers(JdbcClient jdbc, Neighbour portal) {
        this.jdbc = jdbc;
        this.portal = portal;
    }

    List<UUID> unasked(int limit) {
        return jdbc.sql("""
                        select distinct d.id
                          from (select e.dossier_id from hub.events e where e.kind = 'STATUS'
                                 order by e.xid desc, e.id desc limit :lately) late
                          join hub.dossiers d on d.id = late.dossier_id
                          join hub.sync s on s.dossier_id = d.id and s.neighbour = :neighbour
                                         and s.environment = :environment and s.known_there
                         where d.facts->>'channel' = 'ONLINE' and coalesce(d.id_hash, d.tax_hash) is not null
                           and not exists (select from hub.technical_ids t
                                            where t.number_hash = coalesce(d.id_hash, d.tax_hash))
                         limit :limit""")
                .param("lately", LATELY)
                .param("neighbour", portal.name())
                .param("environment", portal.environment())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
