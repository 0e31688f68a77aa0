package vn.lienthong.hub.dossier;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which dossiers of an agency a neighbour will be told of next: those it is owed first, then those that go on. */
@Repository
public class OutstandingDossiers {

    private final JdbcClient jdbc;

    public OutstandingDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A dossier and whether the neighbour has it already. */
    public record Outstanding(UUID dossier, boolean knownThere) {}

    /** What the neighbour is owed, oldest first; then open dossiers, newest first. */
    public List<Outstanding> of(Neighbour neighbour, String agency, int limit) {
        return jdbc.sql("""
                        select d.id, s.known_there from hub.dossiers d
                        join hub.sync s on s.dossier_id = d.id and s.neighbour = :neighbour and s.environment = :environment
                        where d.agency_id = :agency
                          and (s.state <> 'IDLE' or s.acked_seq < s.last_seq or d.status not in (3, 8, 10))
                        order by s.state = 'IDLE', case when s.state = 'IDLE' then null else s.queued_at end,
                          d.updated_at desc limit :limit""")
                .param("neighbour", neighbour.name())
                .param("environment", neighbour.environment())
                .param("agency", agency)
                .param("limit", limit)
                .query((row, number) -> new Outstanding(row.getObject("id", UUID.class), row.getBoolean("known_there")))
                .list();
    }
}
