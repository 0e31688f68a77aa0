package vn.lienthong.hub.catalog.imports;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.OpenDossiers;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** Finds what works with the agencies and procedures that an import changes. */
@Component
class Reach {

    private final OpenDossiers dossiers;
    private final Senders senders;
    private final Drafts drafts;

    Reach(OpenDossiers dossiers, Senders senders, Drafts drafts) {
        this.dossiers = dossiers;
        this.senders = senders;
        this.drafts = drafts;
    }

    ImportReport.Touched of(Draft draft, ConfigBundle base) {
        Set<String> keys = new TreeSet<>(draft.changed());
        keys.addAll(draft.added());
        boolean agencies = draft.key().equals("id");
        List<OpenDossiers.Count> open = agencies ? dossiers.of(keys, Set.of()) : dossiers.of(Set.of(), keys);
        Set<String> codes = agencies ? codes(draft, keys) : keys;
        return new ImportReport.Touched(
                open.stream().mapToLong(OpenDossiers.Count::open).sum(),
                open,
                mappings(base, codes),
                senders.all().stream()
                        .filter(sender -> codes.contains(sender.agencyCode()))
                        .map(Sender::id)
                        .toList(),
                hidden(draft, base, keys));
    }

    private SortedSet<String> hidden(Draft draft, ConfigBundle base, Set<String> keys) {
        SortedSet<String> hidden = new TreeSet<>(keys);
        hidden.retainAll(drafts.placeholders(draft, base));
        return hidden;
    }

    /** Codes the changed agencies bore before. */
    private static Set<String> codes(Draft draft, Set<String> ids) {
        Entries before = new Entries(draft.before().withArray(draft.list()), draft.key());
        return ids.stream()
                .flatMap(id -> before.find(id).stream())
                .flatMap(entry -> entry.path("codes").valueStream())
                .map(code -> code.path("code").asString(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> mappings(ConfigBundle base, Set<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        Pattern words = Pattern.compile("[A-Za-z0-9.]+");
        return Stream.of("departments/", "formats/", "province/")
                .flatMap(folder -> base.paths(folder).stream())
                .filter(path -> !path.startsWith("province/") || path.endsWith("/senders.yaml"))
                .filter(path -> words.matcher(base.text(path)).results().anyMatch(word -> codes.contains(word.group())))
                .toList();
    }
}
