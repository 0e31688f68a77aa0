package vn.lienthong.hub.portal.files;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.access.files.FileLink;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The log of what was fetched by links: a row each, and an entry of the audit where something was given. */
@Repository
class FileFetches {

    private static final int SHOWN_OF_HASH = 12;
    private static final int MOST = 500;

    private final JdbcClient db;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileFetches(JdbcClient db, Audit audit, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One fetch as staff see it. */
    record Fetch(OffsetDateTime at, String file, String audience, String address, int status) {}

    /** {@code code} of the dossier; the audit tells of what was given only. */
    void keep(FileLink link, String code, String address, int status) {
        transaction.executeWithoutResult(kept -> {
            db.sql("""
                    insert into hub.file_fetches (fetched_at, dossier_id, sha256, audience, address, status)
                    values (:at, :dossier, :sha256, :audience, :address, :status)
                    """)
                    .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .param("dossier", link.dossier())
                    .param("sha256", link.sha256())
                    .param("audience", link.audience())
                    .param("address", address)
                    .param("status", status)
                    .update();
            if (status == HttpStatus.OK.value()) {
                audit.record(
                        new Actor("link:" + link.audience(), Role.NATIONAL_PORTAL),
                        "file.fetch",
                        code,
                        Map.of("file", shortened(link.sha256()), "address", address));
            }
        });
    }

    /** Newest first. */
    List<Fetch> of(UUID dossier) {
        return db.sql("""
                select fetched_at, sha256, audience, address, status from hub.file_fetches
                 where dossier_id = :dossier order by fetched_at desc limit :most
                """)
                .param("dossier", dossier)
                .param("most", MOST)
                .query((row, no) -> new Fetch(
                        row.getObject("fetched_at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET),
                        shortened(row.getString("sha256")),
                        row.getString("audience"),
                        row.getString("address"),
                        row.getInt("status")))
                .list();
    }

    private static String shortened(String sha256) {
        return sha256.substring(0, SHOWN_OF_HASH);
    }
}
