package vn.lienthong.hub.national.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.Claim;
import vn.lienthong.hub.dossier.Lane;
import vn.lienthong.hub.dossier.SyncClaims;
import vn.lienthong.hub.national.portal.LogIn;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** Writes rounds down, each in one transaction: ledger rows and the record of the calls together. */
final class Logbook {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final SyncClaims ledger;
    private final Journal journal;
    private final Sagas sagas;
    private final TransactionTemplate transaction;
    private final DatabaseBreaker database;
    private final Terms terms;

    Logbook(
            SyncClaims ledger,
            Journal journal,
            Sagas sagas,
            TransactionTemplate transaction,
            DatabaseBreaker database,
            Terms terms) {
        this.ledger = ledger;
        this.journal = journal;
        this.sagas = sagas;
        this.transaction = transaction;
        this.database = database;
        this.terms = terms;
    }

    /** Claims rows and writes their first round down; empty when the lane is. */
    Optional<Round> claim(Lane lane, int limit, String lease, Function<List<Claim>, Round> first) {
        var round = transaction.execute(status -> {
            var claims = ledger.claim(terms.neighbour(), lane, limit, lease, terms.lease());
            return claims.isEmpty() ? Optional.<Round>empty() : Optional.of(opened(first.apply(claims)));
        });
        return round == null ? Optional.empty() : round;
    }

    /** What the calls told is known only here: it is kept trying for as long as the lease lasts. */
    void write(List<Journal.Sent> made, List<Answer> answers, Round next) {
        var until = terms.clock().instant().plus(terms.lease());
        while (true) {
            try {
                transaction.executeWithoutResult(status -> {
                    journal.close(made, answers);
                    opened(next);
                });
                return;
            } catch (DataAccessException | TransactionException failure) {
                database.failed(failure);
                if (database.available() || terms.clock().instant().isAfter(until)) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Writes questions down before they are asked outside a flight. */
    void open(List<Journal.Sent> questions) {
        transaction.executeWithoutResult(status -> journal.open(questions));
    }

    void close(List<Journal.Sent> questions, List<Answer> answers) {
        transaction.executeWithoutResult(status -> journal.close(questions, answers));
    }

    /** A log-in goes on whether or not it can be written down. */
    void loggedIn(LogIn login) {
        try {
            journal.keep(login, terms.clock().instant());
        } catch (DataAccessException failure) {
            database.failed(failure);
        }
    }

    private Round opened(Round round) {
        if (!round.settlements().isEmpty()) {
            ledger.settle(terms.neighbour(), round.lease(), terms.lease(), round.settlements());
        }
        if (!round.sagas().isEmpty()) {
            sagas.keep(round.sagas());
        }
        if (!round.last()) {
            journal.open(round.calls());
        }
        return round;
    }
}
