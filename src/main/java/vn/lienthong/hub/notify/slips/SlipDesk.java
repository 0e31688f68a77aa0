package vn.lienthong.hub.notify.slips;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** Issues forms about a dossier: checks, fills, prints, and leaves an audit entry. Blocks: never on an event loop. */
@Component
class SlipDesk {

    private static final int PRESSES = 2;

    private final Sheets sheets;
    private final Conditions conditions;
    private final SlipFields fields;
    private final SlipTemplates templates;
    private final PdfPress press;
    private final Audit audit;
    private final Semaphore presses = new Semaphore(PRESSES, true);

    SlipDesk(
            Sheets sheets,
            Conditions conditions,
            SlipFields fields,
            SlipTemplates templates,
            PdfPress press,
            Audit audit) {
        this.sheets = sheets;
        this.conditions = conditions;
        this.fields = fields;
        this.templates = templates;
        this.press = press;
        this.audit = audit;
    }

    /** A form, and why it cannot be issued now; empty when it can. */
    record Offer(Form form, Optional<Reason> against) {}

    List<Offer> offers(DossierView dossier) {
        return sheets.all(dossier).stream()
                .map(sheet -> new Offer(sheet.form(), conditions.against(sheet)))
                .toList();
    }

    Printed issue(Form form, Format format, DossierView dossier, Actor by, String purpose) {
        Sheet sheet = sheets.of(form, dossier);
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
}
