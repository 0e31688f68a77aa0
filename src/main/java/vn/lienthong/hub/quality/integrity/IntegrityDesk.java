package vn.lienthong.hub.quality.integrity;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.EventKind;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.dossier.TouchedDossiers;
import vn.lienthong.hub.dossier.TouchedDossiers.Touch;
import vn.lienthong.hub.dossier.deadline.DueHistories;
import vn.lienthong.hub.dossier.integrity.IntegrityFindings.Finding;
import vn.lienthong.hub.platform.config.AppliedConfig;

/** Reads all that a look at some dossiers needs, in a handful of questions for all of them, and looks. */
@Component
class IntegrityDesk {

    private final TouchedDossiers touched;
    private final Dossiers dossiers;
    private final DueHistories dues;
    private final ResultCodes results;
    private final Clock clock;
    private volatile IntegrityRules rules;

    IntegrityDesk(
            TouchedDossiers touched,
            Dossiers dossiers,
            DueHistories dues,
            ResultCodes results,
            AppliedConfig config,
            Clock clock) {
        this.touched = touched;
        this.dossiers = dossiers;
        this.dues = dues;
        this.results = results;
        this.clock = clock;
        this.rules = IntegrityRules.read(config.current());
        config.onChange(bundle -> rules = IntegrityRules.read(bundle));
    }

    /** What a page of changes showed. */
    record Seen(List<DossierView> dossiers, List<Finding> findings, List<FieldRuns.Said> said, int most, String next) {}

    /** Writes nothing but the codes of results, which the look itself needs. */
    Seen look(String place, int limit) {
        var page = touched.after(place.isEmpty() ? null : place, limit);
        var ids = new HashSet<UUID>();
        page.touches().forEach(touch -> ids.add(touch.dossier()));
        var now = rules;
        var most = now.constants() == null ? Integer.MAX_VALUE : now.constants().dossiers();
        if (ids.isEmpty()) {
            return new Seen(List.of(), List.of(), List.of(), most, page.next());
        }
        var found = dossiers.byIds(ids);
        var events = dossiers.events(ids);
        results.learn(found);
        return new Seen(
                found, findings(now, found, events), said(now, found, events, page.touches()), most, page.next());
    }

    private List<Finding> findings(IntegrityRules now, List<DossierView> found, Map<UUID, List<EventView>> events) {
        var ids = found.stream().map(DossierView::id).toList();
        var moved = dues.moved(ids);
        var stood = moved.isEmpty() ? Map.<UUID, List<DueHistories.Stood>>of() : dues.stood(ids);
        Map<UUID, Predicate<String>> sources = results.sources(found);
        return found.stream()
                .map(dossier -> new Evidence(
                        dossier,
                        events.getOrDefault(dossier.id(), List.of()),
                        moved.getOrDefault(dossier.id(), List.of()),
                        stood.getOrDefault(dossier.id(), List.of()),
                        sources.getOrDefault(dossier.id(), code -> false),
                        clock.instant()))
                .flatMap(evidence -> Falsifications.of(now, evidence).stream())
                .toList();
    }

    /** Of dossiers whose first status this page tells: each once in its life, in the order they came. */
    private static List<FieldRuns.Said> said(
            IntegrityRules now, List<DossierView> found, Map<UUID, List<EventView>> events, List<Touch> touches) {
        var constants = now.constants();
        if (constants == null) {
            return List.of();
        }
        Set<Touch> touched = Set.copyOf(touches);
        return found.stream()
                .filter(dossier -> dossier.facts() != null)
                .filter(dossier -> events.getOrDefault(dossier.id(), List.of()).stream()
                        .filter(event -> event.kind() == EventKind.STATUS)
                        .findFirst()
                        .filter(first -> touched.contains(new Touch(dossier.id(), first.seq())))
                        .isPresent())
                .sorted(Comparator.comparing(DossierView::createdAt).thenComparing(DossierView::code))
                .map(dossier -> new FieldRuns.Said(
                        dossier.sender(),
                        Constants.of(Objects.requireNonNull(dossier.facts()), constants.of(dossier.sender())),
                        dossier.createdAt()))
                .toList();
    }
}
