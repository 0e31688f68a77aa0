package vn.lienthong.hub.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dispatch.words.Unsayable;
import vn.lienthong.hub.platform.reply.ReplyRows.Judged;
import vn.lienthong.hub.platform.reply.Verdict;

/**
 * Tells the systems that are called: claims, calls without a transaction, settles against the claim. Each system has
 * calls and a breaker of its own, so one that is slow or away delays no other. When an earlier attempt may have arrived,
 * a system that can be asked is asked first.
 */
@Component
class DispatchCourier implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DispatchCourier.class);
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final int AT_ONCE = 8;

    private final Dispatches dispatches;
    private final Handed handed;
    private final Systems systems;
    private final Wording wording;
    private final Calls calls;
    private final Breakers breakers;
    private final MeterRegistry meters;
    private final Map<String, Semaphore> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DispatchCourier(
            Dispatches dispatches,
            Handed handed,
            Systems systems,
            Wording wording,
            Calls calls,
            Breakers breakers,
            MeterRegistry meters) {
        this.dispatches = dispatches;
        this.handed = handed;
        this.systems = systems;
        this.wording = wording;
        this.calls = calls;
        this.breakers = breakers;
        this.meters = meters;
    }

    static Duration after(int attempts) {
        return switch (attempts) {
            case 0, 1 -> Duration.ofSeconds(2);
            case 2 -> Duration.ofSeconds(10);
            case 3 -> Duration.ofMinutes(1);
            case 4 -> Duration.ofMinutes(5);
            case 5 -> Duration.ofMinutes(30);
            default -> Duration.ofHours(1);
        };
    }

    /** Begins what is due and does not wait for replies. */
    void round() {
        for (String system : dispatches.dueSystems()) {
            systems.find(system).filter(rules -> !rules.called().isEmpty()).ifPresent(rules -> begin(system, rules));
        }
    }

    private void begin(String system, SystemTerms rules) {
        Semaphore free = underWay.computeIfAbsent(system, any -> new Semaphore(AT_ONCE));
        int places = breakers.places(system, free.availablePermits());
        if (places == 0 || !free.tryAcquire(places)) {
            return;
        }
        int begun = 0;
        try {
            String lease = UUID.randomUUID().toString();
            List<Message> claimed = dispatches.claim(
                    system, rules.called(), lease, rules.patience().plus(MARGIN), places);
            claimed.forEach(message -> threads.execute(() -> quietly(message, rules, lease)));
            begun = claimed.size();
        } finally {
            free.release(places - begun);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    /** A failure of ours leaves the row to the end of its lease. */
    private void quietly(Message message, SystemTerms rules, String lease) {
        try {
            settle(message, rules, lease, tell(message, rules));
        } catch (RuntimeException ours) {
            log.warn("Message {} to {} not settled: {}", message.id(), message.system(), ours.getMessage());
        } finally {
            Objects.requireNonNull(underWay.get(message.system())).release();
        }
    }

    /** What became of an attempt; {@code unsure} when it may have arrived although nobody said so. */
    private record Outcome(Verdict verdict, String words, boolean unsure, String body) {}

    private Outcome tell(Message message, SystemTerms rules) {
        try {
            if (message.uncertain() && rules.ask() != null) {
                Outcome known = ask(message, rules, rules.ask());
                if (known != null) {
                    return known;
                }
            }
            byte[] body = wording.of(message, rules);
            return judged(message, calls(message, () -> calls.tell(message, rules, body)), rules);
        } catch (Unsayable | IllegalArgumentException ours) {
            return new Outcome(Verdict.PERMANENT, String.valueOf(ours.getMessage()), false, "");
        }
    }

    /** Null when it says that it has not got the message. */
    private @Nullable Outcome ask(Message message, SystemTerms rules, String address) {
        Calls.Back back = calls(message, () -> calls.ask(message, rules, address));
        if (!back.answered()) {
            return new Outcome(Verdict.RETRY, "asked whether it has it: " + back.body(), true, "");
        }
        Judged answer = rules.askReply().judge(back.status(), back.body());
        return switch (answer.verdict()) {
            case DONE -> new Outcome(Verdict.DONE, "it had it: " + answer.words(), false, back.body());
            case PERMANENT -> null;
            case RETRY -> new Outcome(Verdict.RETRY, "asked whether it has it: " + answer.words(), true, "");
        };
    }

    private Calls.Back calls(Message message, Supplier<Calls.Back> call) {
        long started = System.nanoTime();
        Calls.Back back = call.get();
        breakers.ended(message.system(), back.answered() && back.status() < 500, System.nanoTime() - started);
        return back;
    }

    private static Outcome judged(Message message, Calls.Back back, SystemTerms rules) {
        if (!back.answered()) {
            return new Outcome(Verdict.RETRY, "not reached: " + back.body(), message.uncertain() || back.sent(), "");
        }
        Judged judged = rules.reply().judge(back.status(), back.body());
        return new Outcome(judged.verdict(), judged.words(), judged.verdict() == Verdict.RETRY, back.body());
    }

    private void settle(Message message, SystemTerms rules, String lease, Outcome outcome) {
        switch (outcome.verdict()) {
            case DONE -> handed.told(message, rules, lease, outcome.body());
            case PERMANENT -> dispatches.failed(message.id(), lease, outcome.words());
            case RETRY ->
                dispatches.later(message, lease, after(message.attempts()), outcome.unsure(), outcome.words());
        }
        meters.counter(
                        "lienthong.dispatch",
                        "system",
                        message.system(),
                        "verdict",
                        outcome.verdict().name())
                .increment();
    }
}
