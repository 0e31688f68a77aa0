package vn.lienthong.hub.notify.slips;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** Issues forms about a dossier: checks, fills, prints, and leaves an audit entry. Blocks: never on an event loop. */
@Component
class SlipDesk {

    private static final int PRESSES = 2;

    private final Dossiers dossiers;
    private final Entries entries;
    private final Conditions conditions;
    private final SlipFields fields;
    private final SlipTemplates templates;
    private final PdfPress press;
    private final Audit audit;
    private final Clock clock;
    private final Semaphore presses = new Semaphore(PRESSES, true);

    SlipDesk(
            Dossiers dossiers,
            Entries entries,
            Conditions conditions,
            SlipFields fields,
            SlipTemplates templates,
            PdfPress press,
            Audit audit,
            Clock clock) {
        this.dossiers = dossiers;
        this.entries = entries;
        this.conditions = conditions;
        this.fields = fields;
        this.templates = templates;
        this.press = press;
        this.audit = audit;
        this.clock = clock;
    }

    /** A form, and why it cannot be issued now; empty when it can. */
    record Offer(Form form, Optional<Reason> against) {}

    List<Offer> offers(DossierView dossier) {
        List<EventView> events = dossiers.events(dossier.id());
        return Stream.of(Form.values())
                .map(form -> new Offer(form, conditions.against(sheet(form, dossier, events))))
                .toList();
    }

    Printed issue(Form form, Format format, DossierView dossier, Actor by, String purpose) {
        Sheet sheet = sheet(form, dossier, dossiers.events(dossier.id()));
        conditions.against(sheet).ifPresent(reason -> {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "slip-not-ready",
                    "Chưa đủ điều kiện lập " + form.title() + " (mẫu " + form.number() + ")",
                    List.of(reason));
        });
        audit.record(by, "slip.print", dossier.code(), Map.of("form", form.number(), "for", purpose));
        return print(form, format, fields.of(sheet));
    }

    Printed print(Form form, Format format, Map<String, Object> filled) {
        presses.acquireUninterruptibly();
        try {
            String page = templates.page(form.number(), filled);
            byte[] bytes = format == Format.PDF ? press.print(page) : page.getBytes(StandardCharsets.UTF_8);
            return new Printed(form, format, bytes);
        } finally {
            presses.release();
        }
    }

    /** Keeps what an officer adds; the form itself is judged when it is asked for. */
    void add(Form form, DossierView dossier, Entry.Words words, Actor by) {
        words.check(form);
        int no = entries.of(dossier.id(), form).size() + 1;
        conditions.againstAnother(form, no).ifPresent(reason -> {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "slip-not-ready",
                    "Không thể ghi thêm cho mẫu " + form.number(),
                    List.of(reason));
        });
        if (!entries.add(dossier.id(), form, no, words, by)) {
            throw new ProblemException(HttpStatus.CONFLICT, "slip-changed", "Cán bộ khác vừa ghi cho mẫu này; xem lại");
        }
        audit.record(by, "slip.enter", dossier.code(), Map.of("form", form.number(), "no", no));
    }

    Sheet sheet(Form form, DossierView dossier, List<EventView> events) {
        return new Sheet(form, dossier, events, entries.of(dossier.id(), form), clock.instant());
    }
}
