package vn.lienthong.hub.national.sync;

import java.time.Instant;
import java.util.List;
import vn.lienthong.hub.national.portal.Exchange;
import vn.lienthong.hub.national.portal.Judgement;
import vn.lienthong.hub.national.sync.Call.Part;

/** A call that came back: the bytes, and the judgement on each record. */
record Answer(Call call, Exchange exchange, List<Judgement> judgements, Instant at) {

    List<Judgement> of(Part part) {
        return judgements.subList(part.first(), part.first() + part.size());
    }

    /** The judgement that decides for the dossier: the first record that was not taken, else the last. */
    Judgement deciding(Part part) {
        var all = of(part);
        return all.stream().filter(judgement -> !judgement.acked()).findFirst().orElse(all.getLast());
    }

    /** Whether the portal said something readable about several records at once: asking now can settle it. */
    boolean settlesNothing() {
        return judgements.size() > 1 && exchange.reply().isPresent();
    }
}
