package vn.lienthong.hub.national.sync;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.hub.dossier.Settlement;
import vn.lienthong.hub.national.sync.Journal.Sent;

/** Decides rounds, in memory only: so a round can be written down again when the database stumbles. */
final class Rounds {

    private final Planner planner;
    private final Aftermath aftermath;
    private final Sender sender;
    private final Terms terms;

    Rounds(Planner planner, Aftermath aftermath, Sender sender, Terms terms) {
        this.planner = planner;
        this.aftermath = aftermath;
        this.sender = sender;
        this.terms = terms;
    }

    /** The rows were claimed a moment ago: those that go on need no settlement. */
    Round first(String lease, String token, List<Errand> errands) {
        return round(lease, token, errands, new ArrayList<>(), false);
    }

    Round after(Round round, String token, List<Answer> answers) {
        var settlements = new ArrayList<Settlement>();
        var going = going(answers, settlements);
        return round(round.lease(), token, going, settlements, true);
    }

    /** Without a session nothing more can be sent: who is still going is released, to be claimed another time. */
    Round broken(Round round, List<Answer> answers) {
        var settlements = new ArrayList<Settlement>();
        going(answers, settlements).stream()
                .map(errand -> Settlement.release(errand.claim(), errand.standing()))
                .forEach(settlements::add);
        return new Round(round.lease(), "", settlements, List.of(), 0);
    }

    private List<Errand> going(List<Answer> answers, List<Settlement> ended) {
        var going = new ArrayList<Errand>();
        for (var answer : answers) {
            for (var part : answer.call().parts()) {
                aftermath.of(part, answer).ifPresentOrElse(ended::add, () -> going.add(part.errand()));
            }
        }
        return going;
    }

    private Round round(String lease, String token, List<Errand> errands, List<Settlement> settlements, boolean renew) {
        Map<Errand, Move> moves = new LinkedHashMap<>();
        for (var errand : errands) {
            var move = planner.next(errand);
            if (move instanceof Move.End end) {
                settlements.add(end.settlement());
            } else {
                moves.put(errand, move);
                if (renew) {
                    settlements.add(Settlement.sending(errand.claim(), errand.standing()));
                }
            }
        }
        return new Round(lease, token, settlements, written(moves, token), moves.size());
    }

    private List<Sent> written(Map<Errand, Move> moves, String token) {
        var now = OffsetDateTime.ofInstant(terms.clock().instant(), ZoneOffset.UTC);
        return Call.pack(moves, terms.batch(), terms.ids()).stream()
                .map(call -> new Sent(call, now, sender.envelope(call.request(), token)))
                .toList();
    }
}
