package vn.lienthong.hub.notify.slips;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.dossier.deadline.Adjustment;
import vn.lienthong.hub.dossier.deadline.Deadlines;
import vn.lienthong.hub.dossier.deadline.DueView;

/** Gathers what a form about a dossier is filled from. */
@Component
class Sheets {

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final Entries entries;
    private final Clock clock;

    Sheets(Dossiers dossiers, Deadlines deadlines, Entries entries, Clock clock) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.entries = entries;
        this.clock = clock;
    }

    Sheet of(Form form, DossierView dossier) {
        return sheet(form, dossier, dossiers.events(dossier.id()));
    }

    /** One for each form. */
    List<Sheet> all(DossierView dossier) {
        List<EventView> events = dossiers.events(dossier.id());
        return Stream.of(Form.values())
                .map(form -> sheet(form, dossier, events))
                .toList();
    }

    private Sheet sheet(Form form, DossierView dossier, List<EventView> events) {
        Instant promised = form == Form.EXTENSION ? promised(dossier) : dossier.dueAt();
        return new Sheet(form, dossier, events, entries.of(dossier.id(), form), promised, clock.instant());
    }

    /** What form 04 apologises for: the date that its last issue moved. */
    private @Nullable Instant promised(DossierView dossier) {
        return deadlines
                .of(dossier.id())
                .flatMap(due -> due.adjustments().reversed().stream()
                        .map(DueView.Recorded::adjustment)
                        .filter(made -> made.line() == Adjustment.Line.EXTENDED)
                        .findFirst())
                .map(Adjustment::before)
                .orElse(dossier.dueAt());
    }
}
