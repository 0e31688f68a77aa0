package vn.lienthong.hub.catalog.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigVersions;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.reason.Reasons;

/** Imports a file, first only to see what it would do; a file with a single flaw changes nothing. */
@Component
class ImportDesk {

    private static final int TOLD_AT_MOST = 1_000;

    private final Drafts drafts;
    private final Reach reach;
    private final AppliedConfig config;
    private final ConfigVersions versions;

    ImportDesk(Drafts drafts, Reach reach, AppliedConfig config, ConfigVersions versions) {
        this.drafts = drafts;
        this.reach = reach;
        this.config = config;
        this.versions = versions;
    }

    /** What is to be imported, and how it changes a configuration. */
    record Proposal(String kind, String name, Function<ConfigBundle, Draft> draft) {}

    ImportReport tried(Proposal proposal, Locale locale) {
        ConfigBundle base = config.current();
        return report(proposal, checked(proposal.draft().apply(base), base), base, locale);
    }

    /**
     * Who applies it, and why.
     *
     * @param seen the version whose report they have seen; null for whatever is in force
     */
    record Word(Actor actor, String reason, @Nullable Long seen) {}

    ImportReport applied(Proposal proposal, Locale locale, Word word) {
        ConfigBundle base = config.current();
        if (word.seen() != null && word.seen() != base.version()) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "configuration-changed",
                    "Cấu hình đã đổi từ phiên bản " + word.seen() + " sang " + base.version() + "; hãy chạy thử lại");
        }
        Draft draft = checked(proposal.draft().apply(base), base);
        if (!draft.flaws().isEmpty()) {
            throw refused(draft);
        }
        ImportReport report = report(proposal, draft, base, locale);
        ConfigBundle next = versions.amend(
                base,
                Map.of(draft.path(), drafts.text(draft)),
                word.actor(),
                Map.of(
                        "kind",
                        proposal.kind(),
                        "name",
                        proposal.name(),
                        "rows",
                        draft.rows(),
                        "reason",
                        word.reason()));
        return report.applied(next.version());
    }

    Proposal of(Upload upload) {
        return new Proposal(upload.kind().name(), upload.name(), base -> drafts.of(upload, base));
    }

    /** What the national procedure database says today of the procedures the province has. */
    Proposal national() {
        return new Proposal("NATIONAL", "LayThuTuc", drafts::ofNational);
    }

    /** Lets every module look at the whole configuration, as if it were applied. */
    private Draft checked(Draft draft, ConfigBundle base) {
        if (draft.flaws().isEmpty()) {
            try {
                versions.amended(base, Map.of(draft.path(), drafts.text(draft)));
            } catch (IllegalArgumentException unusable) {
                draft.flaws()
                        .add(new Flaw(
                                0, Reason.of("import-unusable").with("cause", String.valueOf(unusable.getMessage()))));
            }
        }
        return draft;
    }

    private ImportReport report(Proposal proposal, Draft draft, ConfigBundle base, Locale locale) {
        List<ImportReport.FlawText> told = draft.flaws().stream()
                .limit(TOLD_AT_MOST)
                .map(flaw -> new ImportReport.FlawText(flaw.row(), Reasons.text(flaw.reason(), locale)))
                .toList();
        return new ImportReport(
                proposal.kind(),
                proposal.name(),
                draft.rows(),
                base.version(),
                null,
                draft.flaws().size(),
                told,
                draft.added(),
                draft.changed(),
                reach.of(draft, base));
    }

    private static ProblemException refused(Draft draft) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "import-refused",
                "Tệp có " + draft.flaws().size() + " lỗi nên không có gì được áp dụng; hãy chạy thử để xem từng dòng",
                draft.flaws().stream().limit(100).map(Flaw::reason).toList());
    }
}
