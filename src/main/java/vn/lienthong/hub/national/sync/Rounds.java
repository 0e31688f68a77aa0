package vn.lienthong.hub.national.sync;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.hub.dossier.Settlement;
import vn.lienthong.hub.national.portal.LogInFailed;
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
    Round first(String lease, List<Errand> errands) {
        return round(lease, errands, new ArrayList<>(), false);
    }

    Round after(Round round, List<Answer> answers) {
        var settlements = new ArrayList<Settlement>();
        var going = going(answers, settlements);
        return round(round.lease(), going, settlements, true).keeping(sagas(answers));
    }

    /** Of those that were settled just now too: what they reached is kept either way. */
    private static List<Saga> sagas(List<Answer> answers) {
        return answers.stream()
                .flatMap(answer -> answer.call().parts().stream())
                .flatMap(part -> part.errand().sagaToKeep().stream())
                .toList();
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

    private Round round(String lease, List<Errand> errands, List<Settlement> settlements, boolean renew) {
        Map<Errand, Move> moves = new LinkedHashMap<>();
        for (var errand : errands) {
            var move = planner.next(errand);
            if (move instanceof Move.End end) {
                settlements.add(end.settlement());
            } else {
                moves.put(errand, move);
            }
        }
        var calls = written(moves, settlements, renew);
        var leaving = calls.stream()
                .flatMap(sent -> sent.call().parts().stream())
                .map(Call.Part::errand)
                .toList();
        if (renew) {
            leaving.forEach(errand -> settlements.add(Settlement.sending(errand.claim(), errand.standing())));
        }
        var sagas =
                errands.stream().flatMap(errand -> errand.sagaToKeep().stream()).toList();
        return new Round(lease, settlements, sagas, calls, leaving.size());
    }

    /**
     * Where a door cannot be entered its dossiers stay; the others leave. The first round is written within a
     * transaction, which nobody may keep waiting by a log-in.
     */
    private List<Sent> written(Map<Errand, Move> moves, List<Settlement> staying, boolean waiting) {
        var now = OffsetDateTime.ofInstant(terms.clock().instant(), ZoneOffset.UTC);
        var calls = new ArrayList<Sent>();
        for (var call : Call.pack(moves, terms.batch(), terms.ids())) {
            try {
                calls.add(waiting ? sender.entering(call, now) : sender.written(call, now));
            } catch (LogInFailed noSession) {
                call.parts().forEach(part -> staying.add(aftermath.heldBack(part.errand())));
            }
        }
        return calls;
    }
}
