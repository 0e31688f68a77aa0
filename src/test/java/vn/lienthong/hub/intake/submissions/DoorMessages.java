package vn.lienthong.hub.intake.submissions;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.intake.DoorMark;
import vn.lienthong.hub.platform.routes.Queues;

/** Puts submissions on a sender's queue as the door does. */
final class DoorMessages {

    private final ConnectionFactory broker;
    private final String sender;
    private final String contentType;
    private final DoorMark marks;

    private DoorMessages(ConnectionFactory broker, DoorMark marks, String sender, String contentType) {
        this.broker = broker;
        this.marks = marks;
        this.sender = sender;
        this.contentType = contentType;
    }

    static DoorMessages of(RunningHub hub, String sender, String contentType) {
        return new DoorMessages(hub.bean(ConnectionFactory.class), hub.bean(DoorMark.class), sender, contentType);
    }

    static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID push(String body) {
        UUID receipt = UUID.randomUUID();
        push(receipt, body);
        return receipt;
    }

    void push(UUID receipt, String body) {
        push(receipt, body.getBytes(StandardCharsets.UTF_8), null);
    }

    void push(UUID receipt, byte[] body, @Nullable String contentRef) {
        try (JMSContext jms = broker.createContext()) {
            BytesMessage message = jms.createBytesMessage();
            if (contentRef == null) {
                message.writeBytes(body);
            } else {
                message.setStringProperty("contentRef", contentRef);
            }
            long now = System.currentTimeMillis();
            message.setStringProperty("receipt", receipt.toString());
            message.setStringProperty("sender", sender);
            String stamp = HexFormat.of().toHexDigits(now << 16) + "-test";
            message.setStringProperty("stamp", stamp);
            message.setStringProperty(
                    DoorMark.PROPERTY, marks.of(sender, receipt.toString(), stamp, now, hash(body), contentRef));
            message.setLongProperty("acceptedAt", now);
            message.setStringProperty("bodyHash", hash(body));
            message.setStringProperty("contentType", contentType);
            message.setLongProperty("size", body.length);
            message.setStringProperty("correlationId", "test-" + receipt);
            jms.createProducer().send(jms.createQueue(Queues.door(sender)), message);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
