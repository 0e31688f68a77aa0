package vn.lienthong.trial;

import io.netty.buffer.Unpooled;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** A closed loop of HTTP requests at a fixed concurrency: each connection asks again as soon as it has its answer. */
final class Load {

    private final HttpClient client;
    private final int concurrency;
    private final AtomicLong serial = new AtomicLong();

    Load(int concurrency) {
        this.concurrency = concurrency;
        this.client = HttpClient.create(ConnectionProvider.builder("load")
                        .maxConnections(concurrency)
                        .build())
                .responseTimeout(Duration.ofSeconds(20));
    }

    /** What one window of load measured. */
    record Measured(long answers, long failures, Duration window, Histogram latencies) {

        double perSecond() {
            return answers * 1e9 / window.toNanos();
        }

        double p50Millis() {
            return latencies.getValueAtPercentile(50) / 1000.0;
        }

        double p99Millis() {
            return latencies.getValueAtPercentile(99) / 1000.0;
        }
    }

    /** A request without a body is a GET. */
    record Ask(URI uri, Map<String, String> headers, byte[] body) {}

    Measured run(Duration window, int expectedStatus, LongFunction<Ask> next) {
        Histogram latencies = new ConcurrentHistogram(3_600_000_000L, 3);
        AtomicLong answers = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        long from = System.nanoTime();
        long until = from + window.toNanos();
        Mono<Integer> one = Mono.defer(() -> {
            long asked = System.nanoTime();
            return status(next.apply(serial.incrementAndGet())).doOnNext(status -> {
                if (status == expectedStatus) {
                    answers.incrementAndGet();
                    latencies.recordValue((System.nanoTime() - asked) / 1000);
                } else {
                    failures.incrementAndGet();
                }
            });
        });
        Flux.range(0, concurrency)
                .flatMap(i -> one.repeat(() -> System.nanoTime() < until), concurrency)
                .blockLast();
        return new Measured(answers.get(), failures.get(), Duration.ofNanos(System.nanoTime() - from), latencies);
    }

    private Mono<Integer> status(Ask ask) {
        HttpClient withHeaders = client.headers(h -> ask.headers().forEach(h::set));
        HttpClient.ResponseReceiver<?> call = ask.body().length == 0
                ? withHeaders.get().uri(ask.uri())
                : withHeaders.post().uri(ask.uri()).send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(ask.body())));
        return call.responseSingle((response, body) -> body.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .thenReturn(response.status().code()))
                .onErrorReturn(-1);
    }
}
