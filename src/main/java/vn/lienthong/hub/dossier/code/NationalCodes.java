package vn.lienthong.hub.dossier.code;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers that the national portal gave to dossiers of the register: other codes (aliases) of theirs. */
@Repository
public class NationalCodes {

    private final JdbcClient jdbc;

    public NationalCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The dossier is found under this code too, from the caller's commit on; fails where another bears it. */
    public void bear(UUID dossier, String code) {
        UUID bearer = jdbc.sql("""
                        with added as (
                          insert into hub.aliases (kind, code, scope, dossier_id) values ('NATIONAL', :code, '', :dossier)
                          on conflict do nothing returning dossier_id)
                        select dossier_id from added
                        union all
                        select dossier_id from hub.aliases where kind = 'NATIONAL' and code = :code and scope = ''
                        limit 1""")
                .param("code", code)
                .param("dossier", dossier)
                .query(UUID.class)
                .single();
        if (!bearer.equals(dossier)) {
            throw new IllegalStateException("another dossier bears the national code " + code);
        }
    }
}
