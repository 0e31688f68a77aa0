package vn.lienthong.hub.notify.slips;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.deadline.Extensions;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * Keeps what officers add to forms. Form 04 promises a new date, so it is judged before anything is kept and moves the
 * legal clock with the same stroke; the others are judged when they are asked for.
 */
@Component
class EntryDesk {

    private final Sheets sheets;
    private final Entries entries;
    private final Conditions conditions;
    private final Extensions extensions;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EntryDesk(
            Sheets sheets,
            Entries entries,
            Conditions conditions,
            Extensions extensions,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.sheets = sheets;
        this.entries = entries;
        this.conditions = conditions;
        this.extensions = extensions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void add(Form form, DossierView dossier, Entry.Words words, Actor by) {
        words.check(form);
        Sheet sheet = sheets.of(form, dossier);
        Entry entry = new Entry(sheet.entries().size() + 1, words, by.name(), clock.instant());
        if (form == Form.EXTENSION) {
            conditions.against(sheet.with(entry)).ifPresent(reason -> {
                throw refused(reason);
            });
        }
        transaction.executeWithoutResult(status -> keep(form, dossier, entry, by));
    }

    private void keep(Form form, DossierView dossier, Entry entry, Actor by) {
        if (!entries.add(dossier.id(), form, entry, by)) {
            throw new ProblemException(HttpStatus.CONFLICT, "slip-changed", "Cán bộ khác vừa ghi cho mẫu này; xem lại");
        }
        boolean moved = form != Form.EXTENSION
                || Optional.ofNullable(entry.words().newDueAt())
                        .filter(due -> extensions.promise(dossier.id(), due.toInstant(), by.name()))
                        .isPresent();
        if (!moved) {
            throw refused(Reason.of(Rules.SLIP_NEEDS_NEW_DUE_DATE));
        }
        audit.record(by, "slip.enter", dossier.code(), Map.of("form", form.number(), "no", entry.no()));
    }

    private static ProblemException refused(Reason reason) {
        return new ProblemException(
                HttpStatus.CONFLICT, "slip-not-ready", "Không thể ghi thêm cho mẫu này", List.of(reason));
    }
}
