package vn.lienthong.hub.national.sync;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import vn.lienthong.hub.national.portal.Request;
import vn.lienthong.hub.national.sync.Journal.Sent;

/** Asks about dossiers outside any flight; each question is kept like every other call. */
final class Questions {

    private final Logbook logbook;
    private final Sender sender;
    private final Terms terms;

    Questions(Logbook logbook, Sender sender, Terms terms) {
        this.logbook = logbook;
        this.sender = sender;
        this.terms = terms;
    }

    /** One answer per errand, in their order. */
    List<Answer> ask(List<Errand> errands) {
        var now = OffsetDateTime.ofInstant(terms.clock().instant(), ZoneOffset.UTC);
        var calls = errands.stream().map(errand -> question(errand, now)).toList();
        logbook.open(calls);
        var answers = sender.send(calls);
        logbook.close(calls, answers);
        return answers;
    }

    private Sent question(Errand errand, OffsetDateTime now) {
        var request = Request.ask(errand.there().code());
        var part = new Call.Part(errand, new Move.Ask(), 0, 1);
        return sender.entering(new Call(terms.ids().get(), request, List.of(part)), now);
    }
}
