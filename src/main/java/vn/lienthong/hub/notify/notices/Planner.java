package vn.lienthong.hub.notify.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.ChangeFeed;
import vn.lienthong.hub.dossier.ChangeFeed.Change;
import vn.lienthong.hub.dossier.DossierFacts.NoticeChoice;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.notify.notices.NoticeRules.Event;
import vn.lienthong.hub.notify.notices.Notices.Owed;

/**
 * Turns what happened into what is owed. Reads the change feed, never the register's hot path: a page of changes, its
 * notices and the new place in the feed are one transaction.
 */
@Component
class Planner {

    private static final int PAGE = 200;

    private final ChangeFeed feed;
    private final Dossiers dossiers;
    private final Cursor cursor;
    private final Notices notices;
    private final Watch watch;
    private final NoticeConfig config;
    private final Audience audience;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Planner(
            ChangeFeed feed,
            Dossiers dossiers,
            Cursor cursor,
            Notices notices,
            Watch watch,
            NoticeConfig config,
            Audience audience,
            TransactionTemplate transaction,
            Clock clock) {
        this.feed = feed;
        this.dossiers = dossiers;
        this.cursor = cursor;
        this.notices = notices;
        this.watch = watch;
        this.config = config;
        this.audience = audience;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What one page brought. */
    private record Step(int owed, boolean more) {}

    /** Reads to the end of the feed; how many notices became owed. */
    int plan() {
        int owed = 0;
        boolean more = true;
        while (more) {
            Step step = Objects.requireNonNull(transaction.execute(status -> page()));
            owed += step.owed();
            more = step.more();
        }
        return owed;
    }

    /** Promised dates that passed without a result; how many notices became owed. */
    int planLate() {
        NoticeRules rules = config.now().rules();
        return rules.of(null)
                .map(late -> Objects.requireNonNull(transaction.execute(status -> {
                    List<UUID> passed = watch.takePassed(PAGE);
                    return passed.isEmpty() ? 0 : late(rules, late, passed);
                })))
                .orElse(0);
    }

    private Step page() {
        NoticeRules rules = config.now().rules();
        Cursor.Place place = cursor.lock();
        if (!place.held()) {
            return new Step(0, false);
        }
        if (!rules.active() || place.at() == null) {
            cursor.move(rules.active() ? feed.end() : null);
            return new Step(0, false);
        }
        ChangeFeed.Page page = feed.after(place.at(), PAGE);
        int owed = page.changes().isEmpty() ? 0 : write(rules, page.changes());
        cursor.move(page.next());
        return new Step(owed, page.more());
    }

    private int write(NoticeRules rules, List<Change> changes) {
        Instant oldest = clock.instant().minus(rules.maxAge());
        List<Change> news = changes.stream()
                .filter(change ->
                        change.verdict().effective() && change.orderAt().isAfter(oldest))
                .toList();
        Map<UUID, DossierView> views = news.isEmpty()
                ? Map.of()
                : views(news.stream().map(Change::dossierId).distinct().toList());
        Map<UUID, NoticeChoice> choices = audience.choices(views.values());
        List<Owed> owed = new ArrayList<>();
        Map<UUID, Instant> due = new HashMap<>();
        for (Change change : news) {
            DossierView dossier = views.get(change.dossierId());
            if (dossier != null && rules.concerns(dossier.sender())) {
                rules.of(change.status())
                        .ifPresent(event ->
                                owed.addAll(owed(event, dossier, choices.get(dossier.id()), "seq:" + change.seq())));
                if (waits(dossier)) {
                    due.put(dossier.id(), Objects.requireNonNull(dossier.dueAt()));
                }
            }
        }
        if (!due.isEmpty() && rules.of(null).isPresent()) {
            watch.over(due);
        }
        return owed.isEmpty() ? 0 : notices.add(owed);
    }

    private int late(NoticeRules rules, Map.Entry<String, Event> late, List<UUID> passed) {
        Instant now = clock.instant();
        Instant oldest = now.minus(rules.maxAge());
        List<Owed> owed = new ArrayList<>();
        Map<UUID, Instant> moved = new HashMap<>();
        Map<UUID, DossierView> views = views(passed);
        Map<UUID, NoticeChoice> choices = audience.choices(views.values());
        for (DossierView dossier : views.values()) {
            Instant due = dossier.dueAt();
            if (due == null || !waits(dossier)) {
                continue;
            }
            if (due.isAfter(now)) {
                moved.put(dossier.id(), due);
            } else if (due.isAfter(oldest)) {
                owed.addAll(owed(late, dossier, choices.get(dossier.id()), "due:" + due));
            }
        }
        if (!moved.isEmpty()) {
            watch.over(moved);
        }
        return owed.isEmpty() ? 0 : notices.add(owed);
    }

    private List<Owed> owed(
            Map.Entry<String, Event> event, DossierView dossier, @Nullable NoticeChoice choice, String occasion) {
        return audience.of(event.getValue(), dossier, choice).stream()
                .map(channel -> new Owed(dossier.id(), event.getKey(), occasion, channel))
                .toList();
    }

    /** The clock runs: accepted or worked on, not waiting for the applicant, without a result. */
    private static boolean waits(DossierView dossier) {
        DossierStatus status = dossier.status();
        return dossier.dueAt() != null && (status == DossierStatus.ACCEPTED || status == DossierStatus.IN_PROGRESS);
    }

    private Map<UUID, DossierView> views(List<UUID> ids) {
        return dossiers.byIds(ids).stream().collect(Collectors.toMap(DossierView::id, Function.identity()));
    }
}
