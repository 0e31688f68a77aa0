package vn.lienthong.hub.access.certificates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.audit.Role;

/** The certificates in PostgreSQL; read by {@link CertificateRing} every few seconds, never by a request. */
@Repository
class CertificateTable {

    private final JdbcClient database;

    CertificateTable(JdbcClient database) {
        this.database = database;
    }

    List<Certificate> all() {
        return database.sql("select * from hub.certificates order by principal, created_at, thumbprint")
                .query(CertificateTable::certificate)
                .list();
    }

    Optional<Certificate> find(String thumbprint) {
        return database.sql("select * from hub.certificates where thumbprint = ?")
                .param(thumbprint)
                .query(CertificateTable::certificate)
                .optional();
    }

    /** False when it is there already, so that a revoked one stays revoked. */
    boolean add(Certificate certificate) {
        return database.sql("""
                        insert into hub.certificates
                          (thumbprint, subject, principal, role, created_at, created_by, valid_from, expires_at)
                        values (:thumbprint, :subject, :principal, :role, :createdAt, :createdBy, :validFrom, :expiresAt)
                        on conflict (thumbprint) do nothing
                        """)
                        .param("thumbprint", certificate.thumbprint())
                        .param("subject", certificate.subject())
                        .param("principal", certificate.principal())
                        .param("role", certificate.role().name())
                        .param("createdAt", Timestamp.from(certificate.createdAt()))
                        .param("createdBy", certificate.createdBy())
                        .param("validFrom", Timestamp.from(certificate.validFrom()))
                        .param("expiresAt", Timestamp.from(certificate.expiresAt()))
                        .update()
                == 1;
    }

    /** Sets an end that is never later than the one already set. */
    boolean expire(String thumbprint, Instant end) {
        return database.sql("""
                        update hub.certificates set expires_at = least(expires_at, :end)
                        where thumbprint = :thumbprint and revoked_at is null
                        """)
                        .param("end", Timestamp.from(end))
                        .param("thumbprint", thumbprint)
                        .update()
                == 1;
    }

    boolean revoke(String thumbprint, Instant at) {
        return database.sql(
                                "update hub.certificates set revoked_at = :at where thumbprint = :thumbprint and revoked_at is null")
                        .param("at", Timestamp.from(at))
                        .param("thumbprint", thumbprint)
                        .update()
                == 1;
    }

    private static Certificate certificate(ResultSet row, int number) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new Certificate(
                row.getString("thumbprint"),
                row.getString("subject"),
                row.getString("principal"),
                Role.valueOf(row.getString("role")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getTimestamp("valid_from").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
