package vn.lienthong.hub.quality.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;
import vn.lienthong.hub.dossier.DossierFacts.Result;
import vn.lienthong.hub.dossier.Findings.Finding;
import vn.lienthong.hub.platform.content.Sha256;

/** What is doubtful about the results of one dossier. */
@Component
class ResultLook {

    private final ResultFiles files;
    private final PdfSignatures signatures;

    ResultLook(ResultFiles files, PdfSignatures signatures) {
        this.files = files;
        this.signatures = signatures;
    }

    /** The findings, and whether a file may be there later. */
    record Seen(List<Finding> findings, boolean passing) {}

    Seen at(DossierFacts facts) {
        List<Finding> findings = new ArrayList<>();
        boolean passing = false;
        Set<String> submitted = hashes(facts);
        for (Result result : facts.results()) {
            String paper = named(result.name(), "result");
            if (result.code() == null) {
                findings.add(new Finding(paper, "result-without-code", ""));
            }
            if (result.files().isEmpty()) {
                findings.add(new Finding(paper, "result-file-missing", ""));
            }
            for (Attachment file : result.files()) {
                passing |= look(file, paper, submitted, findings);
            }
        }
        return new Seen(List.copyOf(findings), passing);
    }

    private boolean look(Attachment file, String paper, Set<String> submitted, List<Finding> findings) {
        String name = named(file.name(), paper);
        ResultFiles.Fetched fetched = files.fetch(file);
        byte[] bytes = fetched.bytes();
        if (bytes == null) {
            findings.add(new Finding(name, Objects.requireNonNull(fetched.rule()), fetched.detail()));
            return fetched.passing();
        }
        if (submitted.contains(Sha256.hex(bytes))) {
            findings.add(new Finding(name, "result-is-a-submitted-paper", ""));
        }
        findings.addAll(signatures.check(name, bytes));
        return false;
    }

    /** Of the papers whose content came with them; one that is only linked cannot be compared. */
    private static Set<String> hashes(DossierFacts facts) {
        return facts.components().stream()
                .flatMap(paper -> paper.files().stream())
                .map(Attachment::sha256)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String named(@Nullable String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : name;
    }
}
