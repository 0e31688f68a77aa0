package vn.lienthong.hub.national.payload;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;

/** The files that are told as results, the same in every dialect. */
final class Results {

    private Results() {}

    /** A file of a result, the result's name (else the file's) and its code. */
    record Paper(String name, String code, Attachment file) {}

    /** A paper that was handed in is no result, whatever the sender calls it; a result has a code of its own. */
    static List<Paper> of(DossierFacts facts) {
        var submitted = hashes(facts);
        return facts.results().stream()
                .filter(result -> result.code() != null)
                .flatMap(result -> result.files().stream()
                        .filter(file -> file.sha256() == null || !submitted.contains(file.sha256()))
                        .map(file ->
                                new Paper(name(result, file), Objects.requireNonNullElse(result.code(), ""), file)))
                .toList();
    }

    private static String name(DossierFacts.Result result, Attachment file) {
        return result.name() != null ? result.name() : Objects.requireNonNullElse(file.name(), "");
    }

    private static Set<String> hashes(DossierFacts facts) {
        return facts.components().stream()
                .flatMap(paper -> paper.files().stream())
                .map(Attachment::sha256)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
