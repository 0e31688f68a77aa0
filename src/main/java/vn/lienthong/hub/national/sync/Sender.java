package vn.lienthong.hub.national.sync;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.hub.national.portal.Door;
import vn.lienthong.hub.national.portal.Exchange;
import vn.lienthong.hub.national.portal.Judgement;
import vn.lienthong.hub.national.portal.KnownThere;
import vn.lienthong.hub.national.portal.LogInFailed;
import vn.lienthong.hub.national.portal.Request;
import vn.lienthong.hub.national.portal.Verdict;
import vn.lienthong.hub.national.sync.Journal.Sent;
import vn.lienthong.hub.platform.content.ContentUnavailableException;

/** Makes calls, at most so many at once over all flights, and has each reply judged. */
final class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private final Set<String> beingEntered = ConcurrentHashMap.newKeySet();
    private final Ways ways;
    private final Semaphore inFlight;
    private final Clock clock;

    Sender(Ways ways, int callsInFlight, Clock clock) {
        this.ways = ways;
        this.inFlight = new Semaphore(callsInFlight);
        this.clock = clock;
    }

    /** Fails when the usual door cannot be entered: then nothing is claimed. */
    void ready() {
        token(ways.usual().door());
    }

    /** A call as it leaves by its door; logs in there if need be, which takes its time. */
    Sent entering(Call call, OffsetDateTime now) {
        return sent(call, now, token(call.way().door()));
    }

    /** The same without waiting: a door that nobody has entered yet is entered meanwhile, for the next time. */
    Sent written(Call call, OffsetDateTime now) {
        var door = call.way().door();
        return sent(call, now, door.access().current().orElseThrow(() -> {
            enter(door);
            return new LogInFailed("door %s is being entered".formatted(door.name()));
        }));
    }

    private static Sent sent(Call call, OffsetDateTime now, String token) {
        return new Sent(call, now, call.way().dialect().write(call.request(), token), token);
    }

    private void enter(Door door) {
        if (beingEntered.add(door.name())) {
            Thread.startVirtualThread(() -> {
                try {
                    token(door);
                } catch (LogInFailed failure) {
                    log.warn("National portal, door {}: {}", door.name(), failure.getMessage());
                } finally {
                    beingEntered.remove(door.name());
                }
            });
        }
    }

    private static String token(Door door) {
        try {
            return door.access().token();
        } catch (LogInFailed failure) {
            door.portal().logInFailed(failure);
            throw failure;
        }
    }

    /** All calls at the same time; returns when the last has come back, without holding a platform thread. */
    List<Answer> send(List<Sent> calls) {
        var answers = calls.stream().map(this::start).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            if (sessionEnded(answers.get(i))) {
                calls.get(i).call().way().door().access().ended(calls.get(i).token());
            }
        }
        return answers;
    }

    private CompletableFuture<Answer> start(Sent sent) {
        return call(sent)
                .thenApply(
                        exchange -> new Answer(sent.call(), exchange, judge(sent.call(), exchange), clock.instant()));
    }

    private CompletableFuture<Exchange> call(Sent sent) {
        inFlight.acquireUninterruptibly();
        var door = sent.call().way().door();
        try {
            return door.portal()
                    .call(sent.leaving(), door.dialect())
                    .whenComplete((exchange, never) -> inFlight.release());
        } catch (ContentUnavailableException unreadable) {
            inFlight.release();
            return CompletableFuture.completedFuture(Exchange.failed("a file of ours cannot be read", false));
        }
    }

    private static List<Judgement> judge(Call call, Exchange exchange) {
        var dialect = call.way().dialect();
        if (call.request().kind() == Request.Kind.ASK) {
            var known = KnownThere.from(
                    exchange, dialect.codes(), call.request().dossiers().getFirst());
            if (known.isPresent()) {
                return List.of(new Judgement(Verdict.ACKED, true, known.get().known() ? "known" : "not known"));
            }
        }
        return dialect.judge(call.request(), exchange);
    }

    private static boolean sessionEnded(Answer answer) {
        return answer.judgements().getFirst().verdict() == Verdict.SESSION_INVALID;
    }
}
