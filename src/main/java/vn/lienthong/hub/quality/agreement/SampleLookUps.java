package vn.lienthong.hub.quality.agreement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.NeighbourView;
import vn.lienthong.hub.quality.lists.ListRow;

/** Asks the portal about a sample of dossiers, within its budget; what it does not answer is not comparable. */
@Component
class SampleLookUps {

    private final NeighbourView portal;
    private final ReconciliationSettings settings;
    private final Clock clock;

    SampleLookUps(NeighbourView portal, ReconciliationSettings settings, Clock clock) {
        this.portal = portal;
        this.settings = settings;
        this.clock = clock;
    }

    /** {@code page} makes a fresh one for each part; {@code found} takes what differs in it. */
    void ask(List<Ours> sample, Tally tally, Supplier<Page> page, Consumer<List<Finding>> found) {
        Pace pace = new Pace(settings.lookUpsPerSecond());
        int atOnce = Math.max(1, settings.lookUpsPerSecond());
        for (int from = 0; from < sample.size(); from += atOnce) {
            List<Ours> some = sample.subList(from, Math.min(sample.size(), from + atOnce));
            Map<UUID, NeighbourView.Sight> seen =
                    portal.look(some.stream().map(Ours::id).toList());
            tally.add("hub", some.size());
            found.accept(compare(some, seen, tally, page.get()));
            pace.after(some.size());
        }
    }

    private List<Finding> compare(List<Ours> asked, Map<UUID, NeighbourView.Sight> seen, Tally tally, Page page) {
        List<Ours> answered =
                asked.stream().filter(one -> seen.containsKey(one.id())).toList();
        tally.add("portal", answered.size());
        asked.stream()
                .filter(one -> !seen.containsKey(one.id()))
                .forEach(one -> tally.notComparable(Against.PORTAL, "unanswered"));
        List<Theirs> rows = answered.stream()
                .filter(one ->
                        seen.getOrDefault(one.id(), NeighbourView.Sight.NOTHING).known())
                .map(one -> new Theirs(one.code(), row(one, seen.getOrDefault(one.id(), NeighbourView.Sight.NOTHING))))
                .toList();
        Instant settled = clock.instant().minus(settings.inTransit());
        return page.compare(answered, List.of(new Page.Side(Against.PORTAL, null, settled, rows)));
    }

    private static ListRow row(Ours one, NeighbourView.Sight sight) {
        return new ListRow(one.code(), sight.status(), sight.receivedAt(), sight.dueAt(), null, null);
    }
}
