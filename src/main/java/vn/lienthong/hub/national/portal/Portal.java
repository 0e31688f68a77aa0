package vn.lienthong.hub.national.portal;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The national portal as the hub calls it: one endpoint, behind its breaker. */
public final class Portal {

    private final Wire wire;
    private final String path;
    private final ReplyCodes codes;
    private final PortalBreaker breaker;

    public Portal(Wire wire, String path, ReplyCodes codes, PortalBreaker breaker) {
        this.wire = wire;
        this.path = path;
        this.codes = codes;
        this.breaker = breaker;
    }

    /** An envelope for the endpoint of this portal. */
    public CompletableFuture<Exchange> call(byte[] envelope) {
        return call(Outgoing.json(path, Map.of(), envelope), ReplyReader.ENVELOPE);
    }

    /** The breaker counts under a lock, so the answer is counted and handed on away from the event loop it came in on. */
    public CompletableFuture<Exchange> call(Outgoing leaving, ReplyReader reader) {
        if (!breaker.permits()) {
            return CompletableFuture.completedFuture(Exchange.HELD_BACK);
        }
        long began = System.nanoTime();
        return wire.send(leaving, reader)
                .whenCompleteAsync(
                        (exchange, never) -> count(exchange, System.nanoTime() - began), Thread::startVirtualThread);
    }

    /** A portal that answers in its own words works, even if it says no; a code nobody knows counts as trouble. */
    private void count(Exchange exchange, long nanos) {
        var understood = exchange.reply()
                .filter(reply -> codes.verdict(reply.code(), reply.words()) != Verdict.UNKNOWN)
                .isPresent();
        if (understood) {
            breaker.worked(nanos);
        } else {
            breaker.failed(nanos, exchange.trouble());
        }
    }

    /** A log-in that failed is trouble too: a wrong password must not be tried at every call. */
    public void logInFailed(LogInFailed failure) {
        if (breaker.permits()) {
            breaker.failed(0, String.valueOf(failure.getMessage()));
        }
    }
}
