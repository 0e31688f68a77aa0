package vn.lienthong.hub.notify.slips;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.EventKind;
import vn.lienthong.hub.dossier.EventView;

/**
 * One form about one dossier: all that is known when it is asked for.
 *
 * @param promised the date in force before form 04 moved it last
 */
record Sheet(
        Form form,
        DossierView dossier,
        List<EventView> events,
        List<Entry> entries,
        @Nullable Instant promised,
        Instant now) {

    /** The same as if this had been entered. */
    Sheet with(Entry entry) {
        List<Entry> more = Stream.concat(entries.stream(), Stream.of(entry)).toList();
        return new Sheet(form, dossier, events, more, dossier.dueAt(), now);
    }

    /** The status events in the order of their times, those without effect included. */
    List<EventView> steps() {
        return events.stream()
                .filter(event -> event.kind() == EventKind.STATUS)
                .sorted(Comparator.comparing(EventView::orderAt).thenComparing(EventView::seq))
                .toList();
    }

    /** The newest effective step into the status. */
    Optional<EventView> reached(DossierStatus status) {
        return steps().reversed().stream()
                .filter(event -> event.status() == status && event.verdict().effective())
                .findFirst();
    }

    /** The step that is the reason for the form. */
    Optional<EventView> cause() {
        return switch (form) {
            case RECEIPT -> reached(DossierStatus.ACCEPTED);
            case SUPPLEMENT -> reached(DossierStatus.WAIT_SUPPLEMENT);
            case REFUSAL -> reached(DossierStatus.NOT_ACCEPTED);
            case STOP -> reached(DossierStatus.STOPPED);
            case EXTENSION, CONTROL, REGISTER -> Optional.empty();
        };
    }

    Optional<Entry> entry() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }

    /** The officer's words, else the note of the step. */
    @Nullable
    String reason() {
        return entry().map(entry -> entry.words().reason())
                .orElseGet(() -> cause().map(EventView::note).orElse(null));
    }

    /** The day on the paper: when it happened, not when it is printed again. */
    Instant dated() {
        Instant entered = entry().map(Entry::enteredAt).orElse(now);
        return switch (form) {
            case RECEIPT -> dossier.receivedAt() == null ? now : dossier.receivedAt();
            case SUPPLEMENT, REFUSAL, STOP -> cause().map(EventView::orderAt).orElse(now);
            case EXTENSION -> entered;
            case CONTROL, REGISTER -> now;
        };
    }
}
