package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says which system works on a dossier that was filed in another. */
@Repository
public class Authorities {

    private final JdbcClient db;
    private final Clock clock;

    Authorities(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** From now on this system decides the dossier's status. */
    public void give(UUID dossierId, String system) {
        db.sql("""
                        insert into hub.authorities as a (dossier_id, stage, system, since)
                        values (:dossier, 'PROCESSING', :system, :now)
                        on conflict (dossier_id, stage) do update set system = excluded.system, since = excluded.since
                         where a.system <> excluded.system
                        """)
                .param("dossier", dossierId)
                .param("system", system)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Locks the dossier as the register does: whoever changes what hangs on it does this first. */
    public void lock(UUID dossierId) {
        db.sql("select id from hub.dossiers where id = :dossier for update")
                .param("dossier", dossierId)
                .query(UUID.class)
                .single();
    }

    public Optional<String> of(UUID dossierId) {
        return db.sql("select system from hub.authorities where dossier_id = :dossier and stage = 'PROCESSING'")
                .param("dossier", dossierId)
                .query(String.class)
                .optional();
    }

    /** The number this system has given the dossier: it may speak of it by that from now on. */
    public void numbered(UUID dossierId, String system, String localCode) {
        db.sql("""
                        insert into hub.aliases (kind, code, scope, dossier_id)
                        select 'LOCAL', :code, :system, :dossier
                         where not exists (select from hub.dossiers d where d.code = :code)
                        on conflict do nothing
                        """)
                .param("code", localCode)
                .param("system", system)
                .param("dossier", dossierId)
                .update();
    }
}
