package vn.lienthong.hub.national.sync;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import vn.lienthong.hub.national.portal.Caller;
import vn.lienthong.hub.national.portal.Exchange;
import vn.lienthong.hub.national.portal.Judge;
import vn.lienthong.hub.national.portal.Judgement;
import vn.lienthong.hub.national.portal.KnownThere;
import vn.lienthong.hub.national.portal.LogInFailed;
import vn.lienthong.hub.national.portal.Portal;
import vn.lienthong.hub.national.portal.ReplyCodes;
import vn.lienthong.hub.national.portal.Request;
import vn.lienthong.hub.national.portal.Session;
import vn.lienthong.hub.national.portal.Verdict;
import vn.lienthong.hub.national.sync.Journal.Sent;

/** Makes calls, at most so many at once over all flights, and has each reply judged. */
final class Sender {

    private final Portal portal;
    private final Session session;
    private final Caller caller;
    private final ReplyCodes codes;
    private final Judge judge;
    private final Semaphore inFlight;
    private final Clock clock;

    Sender(Portal portal, Session session, Caller caller, ReplyCodes codes, int callsInFlight, Clock clock) {
        this.portal = portal;
        this.session = session;
        this.caller = caller;
        this.codes = codes;
        this.judge = new Judge(codes);
        this.inFlight = new Semaphore(callsInFlight);
        this.clock = clock;
    }

    /** The session to write into the next envelopes; logs in if need be. */
    String token() {
        try {
            return session.token();
        } catch (LogInFailed failure) {
            portal.logInFailed(failure);
            throw failure;
        }
    }

    byte[] envelope(Request request, String token) {
        return request.envelope(token, caller);
    }

    /** All calls at the same time; returns when the last has come back, without holding a platform thread. */
    List<Answer> send(List<Sent> calls, String token) {
        var answers = calls.stream().map(this::start).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        if (answers.stream().anyMatch(Sender::sessionEnded)) {
            session.ended(token);
        }
        return answers;
    }

    private CompletableFuture<Answer> start(Sent sent) {
        return call(sent.envelope())
                .thenApply(exchange ->
                        new Answer(sent.call(), exchange, judge(sent.call().request(), exchange), clock.instant()));
    }

    private CompletableFuture<Exchange> call(byte[] envelope) {
        inFlight.acquireUninterruptibly();
        return portal.call(envelope).whenComplete((exchange, never) -> inFlight.release());
    }

    private List<Judgement> judge(Request request, Exchange exchange) {
        if (request.service().equals(Request.LOOK_UP)) {
            var known = KnownThere.from(exchange, codes, request.dossiers().getFirst());
            if (known.isPresent()) {
                return List.of(new Judgement(Verdict.ACKED, true, known.get().known() ? "known" : "not known"));
            }
        }
        return judge.judge(request.dossiers(), exchange);
    }

    private static boolean sessionEnded(Answer answer) {
        return answer.judgements().getFirst().verdict() == Verdict.SESSION_INVALID;
    }
}
