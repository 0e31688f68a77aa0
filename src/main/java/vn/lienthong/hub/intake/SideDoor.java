package vn.lienthong.hub.intake;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.time.HybridClock;

/**
 * The door for a sender that writes to its queue itself: its message gets the checks, the stamp and the receipt of the
 * HTTP door. What the sender says beside the body are the properties {@code contentType}, {@code idempotencyKey},
 * {@code snapshotAt}, {@code fileName} and {@code correlationId}.
 */
@Component
public class SideDoor {

    private final Senders senders;
    private final BrokerBodies bodies;
    private final Receipts receipts;
    private final HybridClock stamps;
    private final Clock clock;

    SideDoor(Senders senders, BrokerBodies bodies, Receipts receipts, HybridClock stamps, Clock clock) {
        this.senders = senders;
        this.bodies = bodies;
        this.receipts = receipts;
        this.stamps = stamps;
        this.clock = clock;
    }

    /** A message as a push, and why the HTTP door would not have taken it; then its bytes are not kept. */
    public record Entry(Push push, List<Reason> turnedDown) {}

    /** The same receipt each time the message is delivered. */
    public Entry enter(String sender, Message message) throws JMSException {
        Optional<Sender> known = senders.find(sender);
        Body body = bodies.read(message, known.map(Sender::maxBodyBytes).orElse(Long.MAX_VALUE));
        HttpHeaders headers = headers(message, body);
        try {
            known.ifPresent(found -> Doorkeeper.check(found, headers));
            return new Entry(push(sender, message, PushHeaders.of(headers), body), List.of());
        } catch (ProblemException no) {
            PushHeaders bare = PushHeaders.bare(headers);
            return new Entry(
                    push(sender, message, bare, body),
                    List.of(Reason.of(no.kind()).with("detail", no.detail())));
        }
    }

    private Push push(String sender, Message message, PushHeaders said, Body body) throws JMSException {
        return new Push(
                receipts.issue(sender, distinct(message, said, body)),
                sender,
                stamps.next(),
                clock.millis(),
                body,
                said,
                Correlation.accept(message.getStringProperty(Correlation.KEY)));
    }

    /** With a space, which no key has. */
    private static String distinct(Message message, PushHeaders said, Body body) throws JMSException {
        if (said.idempotencyKey() != null) {
            return said.idempotencyKey();
        }
        @Nullable String id = message.getJMSMessageID();
        return id == null ? "bytes " + body.sha256() : "message " + id;
    }

    private static HttpHeaders headers(Message message, Body body) throws JMSException {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentLength(body.size());
        set(headers, HttpHeaders.CONTENT_TYPE, message.getStringProperty("contentType"));
        set(headers, PushHeaders.IDEMPOTENCY_KEY, message.getStringProperty("idempotencyKey"));
        set(headers, PushHeaders.SNAPSHOT_AT, message.getStringProperty("snapshotAt"));
        @Nullable String name = message.getStringProperty("fileName");
        set(headers, PushHeaders.FILE_NAME, name == null ? null : UriUtils.encode(name, StandardCharsets.UTF_8));
        return headers;
    }

    private static void set(HttpHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.set(name, value);
        }
    }
}
