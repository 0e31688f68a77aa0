package vn.lienthong.hub.quality.integrity;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.integrity.IntegrityFindings;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;

/**
 * Once a second looks at the next changes. What is found and how far it came are kept in one short transaction, by
 * whichever node was first; a node that was killed is not missed.
 */
@Component
class IntegrityWatch extends TimedWork {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final IntegrityDesk desk;
    private final IntegrityFindings findings;
    private final FieldRuns runs;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final IntegritySettings settings;

    IntegrityWatch(
            IntegrityDesk desk,
            IntegrityFindings findings,
            FieldRuns runs,
            JdbcClient db,
            TransactionTemplate transaction,
            IntegritySettings settings,
            DatabaseBreaker database) {
        super("integrity", 1, database);
        this.desk = desk;
        this.findings = findings;
        this.runs = runs;
        this.db = db;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    protected void begin(Clockwork clock) {
        clock.every(PAUSE, this::look);
    }

    @Override
    protected boolean wanted() {
        return settings.enabled();
    }

    void look() {
        var place = db.sql("select coalesce(place, '') from hub.integrity_cursor")
                .query(String.class)
                .single();
        var seen = desk.look(place, settings.perSecond());
        if (!seen.dossiers().isEmpty()) {
            transaction.executeWithoutResult(status -> keep(place, seen));
        }
    }

    private void keep(String place, IntegrityDesk.Seen seen) {
        var first = db.sql("update hub.integrity_cursor set place = :next where coalesce(place, '') = :place")
                        .param("next", seen.next())
                        .param("place", place)
                        .update()
                == 1;
        if (first) {
            findings.replace(seen.dossiers().stream().map(DossierView::code).toList(), seen.findings());
            runs.count(seen.said(), seen.most());
        }
    }
}
