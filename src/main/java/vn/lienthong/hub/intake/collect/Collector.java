package vn.lienthong.hub.intake.collect;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.content.ContentUnavailableException;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.http.ProblemException;

/**
 * Looks into a sender's system when that is due and no other node is at it, as {@code routes/templates/collect} asks every
 * few seconds. A look that fails is told in health, in {@code GET /api/v1/collections} and in the log, and is made again.
 */
@Component("collector")
public class Collector {

    static final Duration USUAL_PAUSE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(Collector.class);

    private final Function<String, Optional<Sender>> senders;
    private final Sources sources;
    private final Rounds rounds;
    private final DatabaseBreaker database;
    private final MeterRegistry meters;

    @Autowired
    Collector(Senders senders, Sources sources, Rounds rounds, DatabaseBreaker database, MeterRegistry meters) {
        this(senders::find, sources, rounds, database, meters);
    }

    Collector(
            Function<String, Optional<Sender>> senders,
            Sources sources,
            Rounds rounds,
            DatabaseBreaker database,
            MeterRegistry meters) {
        this.senders = senders;
        this.sources = sources;
        this.rounds = rounds;
        this.database = database;
        this.meters = meters;
    }

    /** One look, if one is due. No transaction is open while the sender's system answers. */
    public void look(@Header("sender") String id) {
        Optional<Sender> sender = senders.apply(id)
                .filter(found -> Section.collect(found.settings()).given() && isLive(found));
        if (sender.isEmpty() || !database.available()) {
            return;
        }
        try {
            begin(sender.get());
        } catch (DataAccessException | CannotCreateTransactionException away) {
            database.failed(away);
            log.warn("Collecting from {} stopped: {}", id, away.getClass().getSimpleName());
        }
    }

    /** What a sender plays in its sandbox it pushes itself; nothing of it may leave its own system's lists and folders. */
    private static boolean isLive(Sender sender) {
        return !sender.settings().path("sandbox").asBoolean(false);
    }

    private void begin(Sender sender) {
        JsonNode section = sender.settings().path("collect");
        Source source = sources.of(section);
        Optional<Round> round = rounds.claim(sender.id(), source.by());
        if (round.isPresent()) {
            carryOut(sender, source, round.get(), pause(section));
        }
    }

    private void carryOut(Sender sender, Source source, Round round, Duration pause) {
        try {
            boolean more = source.collect(sender, round);
            rounds.ended(round, more ? Duration.ZERO : pause);
            counted(sender, "well");
        } catch (CollectFailure failure) {
            failed(sender, round, pause, failure.words());
        } catch (ProblemException refused) {
            failed(sender, round, pause, refused.kind() + ": " + refused.detail());
        } catch (ContentUnavailableException full) {
            failed(sender, round, pause, "the content store is away");
        } catch (DataAccessException | CannotCreateTransactionException away) {
            throw away;
        } catch (RuntimeException ours) {
            log.error("Collecting from {} met a fault of the hub", sender.id(), ours);
            failed(
                    sender,
                    round,
                    pause,
                    "a fault of the hub: " + ours.getClass().getSimpleName());
        }
    }

    private void failed(Sender sender, Round round, Duration pause, String words) {
        log.warn("Collecting from {} failed: {}", sender.id(), words);
        rounds.failed(round, pause, words);
        counted(sender, "failed");
    }

    private void counted(Sender sender, String outcome) {
        meters.counter("lienthong.collect.looks", "sender", sender.id(), "outcome", outcome)
                .increment();
    }

    static Duration pause(JsonNode section) {
        return new Section("collect", section).duration("every", USUAL_PAUSE);
    }
}
