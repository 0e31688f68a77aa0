package vn.lienthong.hub.notify.slips;

import static vn.lienthong.hub.notify.slips.Rules.*;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DueSource;
import vn.lienthong.hub.platform.reason.Reason;

/** What must hold before a form is issued (TT 03/2025, column "check before issue" of the life-cycle reference). */
@Component
class Conditions {

    private final Offices offices;

    Conditions(Offices offices) {
        this.offices = offices;
    }

    /** Empty when the form may be issued now. */
    Optional<Reason> against(Sheet sheet) {
        if (sheet.form() == Form.REGISTER) {
            return broken(SLIP_NEEDS_PERIOD);
        }
        if (sheet.dossier().facts() == null) {
            return broken(SLIP_WITHOUT_FACTS);
        }
        return switch (sheet.form()) {
            case RECEIPT -> receipt(sheet);
            case SUPPLEMENT -> withReason(sheet, SLIP_NO_SUPPLEMENT_ASKED);
            case REFUSAL -> withReason(sheet, SLIP_NOT_REFUSED);
            case EXTENSION -> extension(sheet);
            case STOP -> stop(sheet);
            case CONTROL -> sheet.steps().isEmpty() ? broken(SLIP_WITHOUT_HISTORY) : Optional.empty();
            case REGISTER -> Optional.empty();
        };
    }

    private static Optional<Reason> receipt(Sheet sheet) {
        if (sheet.cause().isEmpty() || sheet.dossier().receivedAt() == null) {
            return broken(SLIP_NOT_ACCEPTED);
        }
        boolean dated = sheet.dossier().dueAt() != null || sheet.dossier().dueSource() == DueSource.NONE_NEEDED;
        return dated ? Optional.empty() : broken(SLIP_WITHOUT_DUE_DATE);
    }

    private static Optional<Reason> withReason(Sheet sheet, String otherwise) {
        if (sheet.cause().isEmpty()) {
            return broken(otherwise);
        }
        return LegalText.readable(sheet.reason()) ? Optional.empty() : broken(SLIP_REASON_NOT_LEGAL_TEXT);
    }

    private Optional<Reason> extension(Sheet sheet) {
        Instant due = sheet.promised();
        if (due == null) {
            return broken(SLIP_WITHOUT_DUE_DATE);
        }
        if (sheet.reached(DossierStatus.RESOLVED).isPresent() || ended(sheet)) {
            return broken(SLIP_ALREADY_RESOLVED);
        }
        // a parameter: the rule of ND 118/2025 on how often is not known exactly
        int most = offices.mostExtensions();
        if (sheet.entries().size() > most) {
            return Optional.of(Reason.of(SLIP_TOO_MANY_EXTENSIONS).with("most", Integer.toString(most)));
        }
        if (sheet.entry().isEmpty()) {
            return broken(SLIP_NEEDS_NEW_DUE_DATE);
        }
        Entry entry = sheet.entry().get();
        var newDue = entry.words().newDueAt();
        if (newDue == null || !newDue.toInstant().isAfter(due)) {
            return broken(SLIP_NEEDS_NEW_DUE_DATE);
        }
        return LegalText.readable(sheet.reason()) ? Optional.empty() : broken(SLIP_REASON_NOT_LEGAL_TEXT);
    }

    private static Optional<Reason> stop(Sheet sheet) {
        Optional<Reason> unready = withReason(sheet, SLIP_NOT_STOPPED);
        if (unready.isPresent()) {
            return unready;
        }
        DossierFacts facts = sheet.dossier().facts();
        if (sheet.reached(DossierStatus.RESOLVED).isPresent()
                || (facts != null && !facts.results().isEmpty())) {
            return broken(SLIP_ALREADY_RESOLVED);
        }
        boolean concluded = sheet.entry()
                .filter(entry -> entry.words().feeConclusion() != null)
                .isPresent();
        boolean free = facts != null && facts.fees().isEmpty();
        return concluded || free ? Optional.empty() : broken(SLIP_NEEDS_FEE_CONCLUSION);
    }

    private static boolean ended(Sheet sheet) {
        DossierStatus status = sheet.dossier().status();
        return status != null && status.terminal();
    }

    private static Optional<Reason> broken(String rule) {
        return Optional.of(Reason.of(rule));
    }
}
