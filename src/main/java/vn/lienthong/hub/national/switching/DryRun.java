package vn.lienthong.hub.national.switching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.OutstandingDossiers;
import vn.lienthong.hub.dossier.OutstandingDossiers.Outstanding;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardDossiers;
import vn.lienthong.hub.national.Doors;
import vn.lienthong.hub.national.payload.Catalogue;
import vn.lienthong.hub.national.payload.NotSendable;
import vn.lienthong.hub.national.payload.PayloadRules;
import vn.lienthong.hub.national.payload.Target;
import vn.lienthong.hub.national.payload.Telling;
import vn.lienthong.hub.national.payload.Uploads;
import vn.lienthong.hub.platform.reason.Reason;

/** Writes an agency's next dossiers as a dialect would tell them on a day; sends nothing, keeps nothing. */
@Component
class DryRun {

    private static final Target NOWHERE = new Target("", "");

    private final OutstandingDossiers outstanding;
    private final OutwardDossiers dossiers;
    private final Catalogue catalogue;
    private final Agencies agencies;
    private final Doors doors;
    private final Neighbour portal;

    DryRun(
            OutstandingDossiers outstanding,
            OutwardDossiers dossiers,
            Catalogue catalogue,
            Agencies agencies,
            Doors nationalDoors,
            Neighbour nationalPortal) {
        this.outstanding = outstanding;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.agencies = agencies;
        this.doors = nationalDoors;
        this.portal = nationalPortal;
    }

    /**
     * What was found.
     *
     * @param staying how many of them the portal has already: they end by their old door unless the line says MOVE
     * @param missing how often each required field is missing
     * @param unmapped how often the dialect has no code for {@code list: word}
     */
    record Report(
            String agency,
            String dialect,
            LocalDate date,
            int looked,
            int pass,
            int staying,
            Map<String, Integer> missing,
            Map<String, Integer> unmapped,
            List<Tried> dossiers) {}

    /** One dossier: whether it would be told, else why not; {@code leftOut} is what would be told without it. */
    record Tried(
            String code,
            boolean pass,
            boolean there,
            List<String> missing,
            Set<String> unmapped,
            List<String> leftOut) {}

    Report of(String agency, String dialect, LocalDate day, int limit) {
        if (agencies.find(agency, day).isEmpty()) {
            throw DryRunEndpoint.bad(
                    "The catalogue has no such agency on that day", Reason.of("unknown-agency", "agency", agency));
        }
        if (!doors.names().contains(dialect)) {
            var names = String.join(", ", doors.names());
            throw DryRunEndpoint.bad(
                    "national.yaml has no such door",
                    Reason.of("not-one-of", "dialect", dialect).with("allowed", names));
        }
        List<Outstanding> found = outstanding.of(portal, agency, limit);
        var byId = dossiers.of(found.stream().map(Outstanding::dossier).toList());
        List<Tried> tried = new ArrayList<>();
        for (var one : found) {
            var dossier = byId.get(one.dossier());
            if (dossier != null) {
                tried.add(tried(dossier, one.knownThere(), dialect, day));
            }
        }
        return report(agency, dialect, day, tried);
    }

    private static Report report(String agency, String dialect, LocalDate day, List<Tried> tried) {
        return new Report(
                agency,
                dialect,
                day,
                tried.size(),
                (int) tried.stream().filter(Tried::pass).count(),
                (int) tried.stream().filter(Tried::there).count(),
                counts(tried.stream().flatMap(one -> one.missing().stream())),
                counts(tried.stream().flatMap(one -> one.unmapped().stream())),
                tried);
    }

    private static Map<String, Integer> counts(Stream<String> words) {
        Map<String, Integer> counts = new TreeMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private Tried tried(OutwardDossier dossier, boolean there, String dialect, LocalDate day) {
        Set<String> unmapped = new LinkedHashSet<>();
        Telling telling = doors.telling(dialect, day, rules -> noting(rules, unmapped));
        List<String> missing = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        if (dossier.hold() != null) {
            missing.add(dossier.hold().name());
            missing.addAll(besides(dossier, telling));
        } else {
            try {
                write(dossier, telling);
                leftOut.addAll(leftOut(dossier, telling));
            } catch (NotSendable held) {
                missing.addAll(held.fields());
            }
        }
        return new Tried(dossier.code(), missing.isEmpty(), there, missing, unmapped, leftOut);
    }

    /** What the dialect would miss as well, once the register lets the dossier go. */
    private List<String> besides(OutwardDossier dossier, Telling telling) {
        return dossier.facts() == null
                ? List.of()
                : telling.lacking(
                        dossier,
                        catalogue.serves(dossier),
                        dossier.statusAt(Integer.MAX_VALUE).orElse(null));
    }

    private void write(OutwardDossier dossier, Telling telling) {
        var status = dossier.statusAt(Integer.MAX_VALUE)
                .orElseThrow(() -> new NotSendable(List.of("TrangThai"), dossier.sender()));
        var served = catalogue.serves(dossier);
        telling.leaving(telling.dossier(dossier, served, status), dossier, Uploads.NONE);
        dossier.events().stream()
                .filter(event -> event.effective())
                .forEach(event -> telling.step(NOWHERE, event, served.agencyName()));
    }

    /** Files the hub does not hold cannot be brought to a door that wants them brought. */
    private static List<String> leftOut(OutwardDossier dossier, Telling telling) {
        var facts = dossier.facts();
        if (facts == null || !telling.bringsFiles()) {
            return List.of();
        }
        return Stream.concat(
                        facts.components().stream().flatMap(paper -> paper.files().stream()),
                        facts.results().stream().flatMap(result -> result.files().stream()))
                .filter(file -> file.sha256() == null)
                .map(file -> "file known by its link only")
                .toList();
    }

    private static PayloadRules noting(PayloadRules rules, Set<String> unmapped) {
        return new PayloadRules(rules.required(), rules.lengths(), rules.codes(), (list, word) -> {
            var code = rules.lists().code(list, word);
            if (code.isEmpty()) {
                unmapped.add(list + ": " + word);
            }
            return code;
        });
    }
}
