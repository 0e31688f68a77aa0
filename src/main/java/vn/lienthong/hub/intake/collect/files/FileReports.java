package vn.lienthong.hub.intake.collect.files;

import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.SubmissionOutcome;
import vn.lienthong.hub.intake.SubmissionOutcomes;
import vn.lienthong.hub.intake.collect.files.KnownFiles.Taken;

/** Lays down beside a file what was refused of it, once all of its records have ended. */
@Component
class FileReports {

    private static final int PAGE = 1_000;

    private final KnownFiles files;
    private final SubmissionOutcomes outcomes;

    FileReports(KnownFiles files, SubmissionOutcomes outcomes) {
        this.files = files;
        this.outcomes = outcomes;
    }

    void layDown(FileServer server, String sender, FileRules rules) throws IOException {
        for (Taken file : files.unanswered(sender)) {
            Optional<SubmissionOutcome> outcome =
                    outcomes.find(file.receipt(), 0, PAGE).filter(SubmissionOutcome::complete);
            if (outcome.isPresent()) {
                Report report = report(file, outcome.get());
                if (!report.isEmpty()) {
                    server.write(rules.reports(), name(file), report.bytes());
                }
                files.answered(sender, file);
            }
        }
    }

    private Report report(Taken file, SubmissionOutcome first) {
        Report report = new Report();
        if (first.counts().refused() == 0) {
            return report;
        }
        report.add(first.page());
        for (SubmissionOutcome page = first; page.page().size() == PAGE; ) {
            int last = page.page().getLast().no();
            page = outcomes.find(file.receipt(), last, PAGE).orElseThrow();
            report.add(page.page());
        }
        return report;
    }

    /** Two files of one name have two reports. */
    private static String name(Taken file) {
        return file.name() + "." + file.receipt().toString().substring(0, 8) + ".tu-choi.csv";
    }
}
