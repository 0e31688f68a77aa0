package vn.lienthong.hub.quality.results;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.ChangeFeed;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.Findings;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;

/**
 * Reads from the change feed who was resolved and looks at the results, one dossier after the other and in no hurry; no
 * transaction is open while a file is fetched. A file that may be there later is looked for again: after a minute, an hour
 * and a day.
 */
@Component
class ResultDesk extends TimedWork {

    private static final Logger log = LoggerFactory.getLogger(ResultDesk.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final List<Duration> AGAIN = List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));
    private static final int PAGE = 1_000;
    private static final int AT_ONCE = 5;

    private final ChangeFeed feed;
    private final ResultChecks checks;
    private final ResultLook look;
    private final Dossiers dossiers;
    private final Findings findings;
    private final TransactionTemplate transaction;
    private final ResultSettings settings;

    ResultDesk(
            ChangeFeed feed,
            ResultChecks checks,
            ResultLook look,
            Dossiers dossiers,
            Findings findings,
            TransactionTemplate transaction,
            ResultSettings settings,
            DatabaseBreaker database) {
        super("results", 1, database);
        this.feed = feed;
        this.checks = checks;
        this.look = look;
        this.dossiers = dossiers;
        this.findings = findings;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    protected void begin(Clockwork clock) {
        clock.every(PAUSE, this::round);
    }

    @Override
    protected boolean wanted() {
        return settings.enabled();
    }

    private void round() {
        while (Boolean.TRUE.equals(transaction.execute(status -> page()))) {
            // until the end of the feed
        }
        String lease = UUID.randomUUID().toString();
        checks.claim(lease, LEASE, AT_ONCE).forEach(owed -> check(owed, lease));
    }

    /** Whether more is waiting. */
    private boolean page() {
        Optional<Optional<String>> place = checks.lockPlace();
        if (place.isEmpty()) {
            return false;
        }
        if (place.get().isEmpty()) {
            checks.place(feed.end());
            return false;
        }
        ChangeFeed.Page page = feed.after(place.get().get(), PAGE);
        page.changes().stream()
                .filter(change -> change.status() == DossierStatus.RESOLVED
                        && change.verdict().effective())
                .forEach(checks::owe);
        checks.place(page.next());
        return page.more();
    }

    private void check(ResultChecks.Owed owed, String lease) {
        DossierView dossier = dossiers.byIds(List.of(owed.dossierId())).getFirst();
        DossierFacts facts = dossier.facts();
        ResultLook.Seen seen = facts == null ? new ResultLook.Seen(List.of(), false) : look.at(facts);
        Duration next = seen.passing() && owed.attempts() <= AGAIN.size() ? AGAIN.get(owed.attempts() - 1) : null;
        transaction.executeWithoutResult(status -> {
            if (checks.settle(owed, lease, next)) {
                findings.replace(owed.dossierId(), owed.code(), seen.findings());
            }
        });
        if (!seen.findings().isEmpty()) {
            log.info(
                    "{} findings about the results of a dossier",
                    seen.findings().size());
        }
    }
}
