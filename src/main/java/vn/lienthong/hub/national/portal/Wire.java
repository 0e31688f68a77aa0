package vn.lienthong.hub.national.portal;

import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Posts bytes and brings bytes back, without holding a thread; every trouble becomes an {@link Exchange}. */
public final class Wire implements AutoCloseable {

    private static final byte[] NOTHING = new byte[0];

    private final WebClient client;
    private final ConnectionProvider connections;
    private final Duration patience;
    private final String address;
    private final String dstcode;

    /** {@code dstcode} is the routing header of the adapter; empty where there is none. */
    public Wire(URI address, String dstcode, Timing timing) {
        this.address = address.toString().replaceFirst("/+$", "");
        this.dstcode = dstcode;
        this.patience = timing.call();
        this.connections = ConnectionProvider.builder("national")
                .maxConnections(timing.connections())
                .maxIdleTime(Duration.ofSeconds(20))
                .pendingAcquireTimeout(timing.connect())
                .build();
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http(timing)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(timing.maxReplyBytes()))
                .build();
    }

    /** How long to wait, how much to take, how many calls at once. */
    public record Timing(Duration connect, Duration call, int maxReplyBytes, int connections) {}

    /** The library's own retry is off: it would send a request again whose outcome nobody knows. */
    private HttpClient http(Timing timing) {
        return HttpClient.create(connections)
                .disableRetry(true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(timing.connect().toMillis()))
                .responseTimeout(timing.call());
    }

    CompletableFuture<Exchange> post(String path, byte[] body) {
        return send(Outgoing.json(path, Map.of(), body), ReplyReader.ENVELOPE);
    }

    CompletableFuture<Exchange> send(Outgoing leaving, ReplyReader reader) {
        return client.post()
                .uri(URI.create(address + leaving.path()))
                .headers(headers -> headers(headers, leaving))
                .contentType(leaving.type())
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(leaving.body().get())
                .exchangeToMono(response -> taken(response, reader))
                .timeout(patience)
                .onErrorResume(failure -> Mono.just(failed(failure)))
                .toFuture();
    }

    private void headers(HttpHeaders headers, Outgoing leaving) {
        if (!dstcode.isEmpty()) {
            headers.set("dstcode", dstcode);
        }
        headers.set("Charset", "utf-8");
        leaving.headers().forEach(headers::set);
    }

    private static Mono<Exchange> taken(ClientResponse response, ReplyReader reader) {
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(NOTHING)
                .map(body -> Exchange.answered(response.statusCode().value(), body, reader));
    }

    private static Exchange failed(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (failure instanceof TimeoutException || cause instanceof io.netty.handler.timeout.TimeoutException) {
            return Exchange.failed("time-out", true);
        }
        var never = cause instanceof ConnectException || cause instanceof UnknownHostException;
        return Exchange.failed(never ? "cannot connect" : cause.getClass().getSimpleName(), !never);
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
