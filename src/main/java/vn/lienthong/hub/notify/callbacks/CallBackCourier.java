package vn.lienthong.hub.notify.callbacks;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.reply.ReplyRows.Judged;
import vn.lienthong.hub.platform.reply.Verdict;
import vn.lienthong.hub.platform.trace.Traces;
import vn.lienthong.infra.PartAddresses;

/**
 * Tells senders what they are owed: claims, calls without a transaction, settles against the claim. Told at least once;
 * the id in {@code Idempotency-Key} is the same each time. Each sender has calls of its own: one that hangs delays no
 * other.
 *
 * <p>{@code {secret}} in a header is the environment's {@code LIENTHONG_CALLBACK_SECRET_<SENDER>}.
 */
@Component
class CallBackCourier implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CallBackCourier.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 10;
    private static final long LONGEST_REPLY = 64 * 1024;

    private final CallBacks callBacks;
    private final CalledBack senders;
    private final Environment environment;
    private final PartAddresses addresses;
    private final MeterRegistry meters;
    private final Traces traces;
    private final Map<String, Semaphore> underWay = new ConcurrentHashMap<>();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    CallBackCourier(
            CallBacks callBacks,
            CalledBack senders,
            Environment environment,
            PartAddresses addresses,
            MeterRegistry meters,
            Traces traces) {
        this.callBacks = callBacks;
        this.senders = senders;
        this.environment = environment;
        this.addresses = addresses;
        this.meters = meters;
        this.traces = traces;
    }

    static Duration after(int attempts) {
        return switch (attempts) {
            case 0, 1 -> Duration.ofSeconds(10);
            case 2 -> Duration.ofMinutes(1);
            case 3 -> Duration.ofMinutes(5);
            case 4 -> Duration.ofMinutes(30);
            default -> Duration.ofHours(1);
        };
    }

    /** Begins what is due and does not wait for replies. */
    void round() {
        callBacks.takeBackExpired();
        for (String sender : callBacks.dueSenders()) {
            Semaphore free = underWay.computeIfAbsent(sender, any -> new Semaphore(AT_ONCE));
            int places = free.drainPermits();
            int begun = 0;
            try {
                begun = begin(sender, places);
            } finally {
                free.release(places - begun);
            }
        }
    }

    /** How many of the places are taken now. */
    private int begin(String sender, int places) {
        if (places == 0) {
            return 0;
        }
        String lease = UUID.randomUUID().toString();
        List<CallBack> claimed = callBacks.claim(sender, lease, LEASE, places);
        claimed.forEach(told -> calls.execute(() -> quietly(told, lease)));
        return claimed.size();
    }

    @Override
    public void destroy() {
        calls.shutdownNow();
    }

    /** A failure of ours leaves the row to the end of its lease. */
    private void quietly(CallBack told, String lease) {
        try {
            settle(told, lease, traced(told));
        } catch (RuntimeException ours) {
            log.warn("Call-back {} to {} not settled: {}", told.id(), told.sender(), ours.getMessage());
        } finally {
            Objects.requireNonNull(underWay.get(told.sender())).release();
        }
    }

    private void settle(CallBack told, String lease, Judged judged) {
        switch (judged.verdict()) {
            case DONE -> callBacks.settle(told, lease, "DONE", null, judged.words());
            case PERMANENT -> callBacks.settle(told, lease, "FAILED", null, judged.words());
            case RETRY -> callBacks.settle(told, lease, "WAITING", after(told.attempts()), judged.words());
        }
        meters.counter(
                        "lienthong.callback",
                        "sender",
                        told.sender(),
                        "verdict",
                        judged.verdict().name())
                .increment();
    }

    private Judged traced(CallBack told) {
        Instant began = traces.now();
        Judged judged = tell(told);
        traces.tell(new Traces.Done(
                told.sender() + " " + told.kind(),
                Traces.Kind.CLIENT,
                told.correlationId(),
                attempt(told),
                began,
                Map.of("lienthong.verdict", judged.verdict().name()),
                judged.verdict() == Verdict.DONE ? null : judged.verdict().name()));
        return judged;
    }

    private static String attempt(CallBack told) {
        return "cb-" + told.id() + " " + told.attempts();
    }

    private Judged tell(CallBack told) {
        CallBackRules rules = senders.find(told.sender()).orElse(null);
        if (rules == null) {
            return new Judged(Verdict.PERMANENT, "the sender's file has no callBack any more");
        }
        try {
            HttpResponse<String> reply =
                    http.send(request(told, rules), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_REPLY));
            return rules.reply().judge(reply.statusCode(), reply.body());
        } catch (IOException unreachable) {
            return new Judged(
                    Verdict.RETRY, "not reached: " + unreachable.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Judged(Verdict.RETRY, "interrupted while waiting for the reply");
        } catch (IllegalStateException | IllegalArgumentException ours) {
            return new Judged(Verdict.PERMANENT, String.valueOf(ours.getMessage()));
        }
    }

    private HttpRequest request(CallBack told, CallBackRules rules) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(rules.url()))
                .timeout(rules.patience())
                .header("Content-Type", rules.contentType())
                .header("Idempotency-Key", "cb-" + told.id())
                .header("X-Correlation-Id", told.correlationId())
                .POST(BodyPublishers.ofString(CallBackText.of(told, rules)));
        traces.traceparent(told.correlationId(), attempt(told))
                .ifPresent(parent -> request.header(Correlation.TRACEPARENT, parent));
        String secret = environment.getProperty(secretOf(told.sender()), "");
        rules.headers().forEach((name, value) -> request.setHeader(name, value.replace("{secret}", secret)));
        return request.build();
    }

    private static String secretOf(String sender) {
        return "LIENTHONG_CALLBACK_SECRET_" + sender.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private URI address(String url) {
        return url.startsWith(CallBackRules.STAND_IN)
                ? addresses.nationalPortal().resolve(url.substring(CallBackRules.STAND_IN.length()))
                : URI.create(url);
    }
}
