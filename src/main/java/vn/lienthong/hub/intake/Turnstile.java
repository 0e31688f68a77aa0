package vn.lienthong.hub.intake;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.http.ProblemException;

/** Lets in only as many submissions as fit into memory and on the disk at once; the others come back a second later. */
@Component
class Turnstile {

    private static final ProblemException TOO_BUSY = new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS, "too-busy", "Too many submissions at once; send this one again")
            .retryAfter(Duration.ofSeconds(1));

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();
    private final AtomicInteger spooling = new AtomicInteger();
    private final DoorSettings settings;

    Turnstile(DoorSettings settings) {
        this.settings = settings;
    }

    /** Lets a body of this many bytes in, to be held in memory until the broker has it. */
    Pass enter(long bytes) {
        int count = inside.incrementAndGet();
        long total = held.addAndGet(bytes);
        if (count > settings.inFlight() || total > settings.inFlightSize().toBytes()) {
            leave(bytes);
            throw TOO_BUSY;
        }
        return () -> leave(bytes);
    }

    /** Lets a large body in, which goes to the disk as it comes. */
    Pass enterSpooling() {
        if (spooling.incrementAndGet() > settings.spooling()) {
            spooling.decrementAndGet();
            throw TOO_BUSY;
        }
        return spooling::decrementAndGet;
    }

    int inside() {
        return inside.get() + spooling.get();
    }

    private void leave(long bytes) {
        inside.decrementAndGet();
        held.addAndGet(-bytes);
    }

    /** Handed back once, when the submission is through or has failed. */
    interface Pass {
        void giveBack();
    }
}
