package vn.lienthong.hub.national.sync;

import java.util.List;
import java.util.Optional;
import vn.lienthong.hub.dossier.Lane;

/**
 * A flight: some dossiers, claimed together, taken as far as they will go.
 *
 * <p>Round after round: one transaction records what the last calls told and writes down the next ones, then those
 * calls are made with no transaction open. A hub that dies in between leaves rows under a lease that ends; the portal
 * is then asked before anything is sent again.
 */
final class Flights {

    private final Logbook logbook;
    private final Errands errands;
    private final Rounds rounds;
    private final Sender sender;
    private final SyncMetrics metrics;
    private final Terms terms;

    Flights(Logbook logbook, Errands errands, Rounds rounds, Sender sender, SyncMetrics metrics, Terms terms) {
        this.logbook = logbook;
        this.errands = errands;
        this.rounds = rounds;
        this.sender = sender;
        this.metrics = metrics;
        this.terms = terms;
    }

    /** Claims and writes the first calls down; empty when nothing is queued in that lane. */
    Optional<Round> begin(Lane lane, int limit) {
        sender.ready();
        var lease = terms.newLease();
        return logbook.claim(lane, limit, lease, claims -> rounds.first(lease, errands.of(claims)));
    }

    /** Round after round until every dossier is settled; true if the portal always answered. */
    boolean fly(Round first) {
        var smooth = true;
        for (var round = first; !round.last(); ) {
            var answers = sender.send(round.calls());
            count(answers);
            smooth &= answers.stream()
                    .allMatch(answer -> answer.exchange().reply().isPresent());
            var next = rounds.after(round, answers);
            logbook.write(round.calls(), answers, next);
            round = next;
        }
        return smooth;
    }

    private void count(List<Answer> answers) {
        answers.forEach(answer -> metrics.called(answer.call().request().service(), Journal.verdict(answer)));
    }
}
