package vn.lienthong.trial;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** Keeps one of the hub's parts away: it is killed, and another takes its port so that it cannot be started again. */
final class Outage {

    private static final String HIGHEST = "lienthong_deliveries_highest ";

    private final HubUnderTrial hub;
    private final String part;
    private final HttpClient http = HttpClient.newHttpClient();

    Outage(HubUnderTrial hub, String part) {
        this.hub = hub;
        this.part = part;
    }

    void last(Duration time) throws IOException, InterruptedException {
        try (ServerSocket squatter = takePort()) {
            Instant over = Instant.now().plus(time);
            while (Instant.now().isBefore(over)) {
                turnAway(squatter);
            }
        }
    }

    private ServerSocket takePort() throws IOException, InterruptedException {
        InetSocketAddress port =
                new InetSocketAddress("127.0.0.1", hub.installation().port(part));
        while (true) {
            hub.killPart(part);
            ServerSocket squatter = new ServerSocket();
            try {
                squatter.bind(port);
                squatter.setSoTimeout(200);
                return squatter;
            } catch (BindException notGoneYet) {
                squatter.close();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static void turnAway(ServerSocket squatter) throws IOException {
        try {
            squatter.accept().close();
        } catch (SocketTimeoutException nobodyCame) {
            // fine: the hub's breaker keeps everybody from asking
        }
    }

    /** How often one message was delivered at most since the hub started; empty when the hub does not tell. */
    OptionalDouble mostDeliveries() throws IOException, InterruptedException {
        URI metrics = hub.installation().uri("/actuator/prometheus");
        HttpRequest ask = HttpRequest.newBuilder(metrics)
                .header("Authorization", "Bearer " + hub.installation().secret("keys/operator"))
                .build();
        return http.send(ask, HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith(HIGHEST))
                .mapToDouble(line -> Double.parseDouble(line.substring(HIGHEST.length())))
                .max();
    }
}
