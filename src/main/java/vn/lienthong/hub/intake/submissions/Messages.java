package vn.lienthong.hub.intake.submissions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.intake.DoorMark;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.time.Stamp;

/** Reads and writes the messages of the intake queues; their properties are what the door wrote. */
public final class Messages {

    private static final String RECEIPT = "receipt";
    private static final String NO = "no";
    private static final String SENDER = "sender";
    private static final String STAMP = "stamp";
    private static final String ACCEPTED_AT = "acceptedAt";
    private static final String BODY_HASH = "bodyHash";
    private static final String CONTENT_TYPE = "contentType";
    private static final String CONTENT_REF = "contentRef";
    private static final String SIZE = "size";
    private static final String SNAPSHOT_AT = "snapshotAt";
    private static final String FILE_NAME = "fileName";
    private static final String PROCEDURES = "procedures";
    private static final String READ_ON = "readOn";
    private static final String UNKNOWN = "";

    private Messages() {}

    /** Where a message names one record. */
    public record RecordKey(UUID receipt, int no, Instant acceptedAt) {}

    static Submission submission(Message message) {
        @Nullable String ref = message.getHeader(CONTENT_REF, String.class);
        byte @Nullable [] body = ref == null ? body(message) : null;
        return new Submission(
                receipt(message),
                acceptedAt(message),
                text(message, SENDER),
                Stamp.parse(text(message, STAMP)),
                text(message, BODY_HASH),
                text(message, CONTENT_TYPE),
                body,
                ref,
                body == null ? number(message, SIZE) : body.length,
                text(message, Correlation.KEY),
                time(message),
                message.getHeader(FILE_NAME, String.class),
                message.getHeader(PROCEDURES, String.class));
    }

    /** Whether the hub wrote this message, whoever's submission it is. */
    static boolean isMarked(Message message, DoorMark marks) {
        @Nullable String mark = message.getHeader(DoorMark.PROPERTY, String.class);
        return mark != null && MessageDigest.isEqual(bytes(mark), bytes(mark(message, marks)));
    }

    private static String mark(Message message, DoorMark marks) {
        return marks.of(
                text(message, SENDER),
                text(message, RECEIPT),
                text(message, STAMP),
                number(message, ACCEPTED_AT),
                text(message, BODY_HASH),
                message.getHeader(CONTENT_REF, String.class));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sender(Message message) {
        return text(message, SENDER);
    }

    /** Whether the message names a kept submission rather than carrying a new one. */
    static boolean asksToReadOn(Message message) {
        return message.getHeader(READ_ON, false, Boolean.class);
    }

    static RecordKey recordKey(Message message) {
        return new RecordKey(receipt(message), (int) number(message, NO), acceptedAt(message));
    }

    /** Asks for one record to be registered. */
    static Message record(CamelContext camel, RecordKey key, String sender, String correlationId) {
        Message message = nudge(camel, correlationId);
        message.setHeader(RECEIPT, key.receipt().toString());
        message.setHeader(NO, key.no());
        message.setHeader(ACCEPTED_AT, key.acceptedAt().toEpochMilli());
        message.setHeader(SENDER, sender);
        return message;
    }

    /** Asks for a kept submission to be read on from where reading stopped; its bytes are in the register. */
    static Message readOn(CamelContext camel, Submission kept, DoorMark marks) {
        Message message = nudge(camel, kept.correlationId());
        message.setHeader(RECEIPT, kept.receipt().toString());
        message.setHeader(SENDER, kept.sender());
        message.setHeader(STAMP, kept.stamp().toString());
        message.setHeader(ACCEPTED_AT, kept.acceptedAt().toEpochMilli());
        message.setHeader(BODY_HASH, kept.bodyHash());
        message.setHeader(CONTENT_TYPE, kept.contentType());
        message.setHeader(READ_ON, true);
        message.setHeader(DoorMark.PROPERTY, mark(message, marks));
        return message;
    }

    static Message nudge(CamelContext camel, String correlationId) {
        Message message = new DefaultMessage(camel);
        message.setHeader(Correlation.KEY, correlationId);
        return message;
    }

    private static UUID receipt(Message message) {
        return UUID.fromString(text(message, RECEIPT));
    }

    private static byte[] body(Message message) {
        byte @Nullable [] inline = message.getBody(byte[].class);
        return inline == null ? new byte[0] : inline;
    }

    private static Instant acceptedAt(Message message) {
        return Instant.ofEpochMilli(number(message, ACCEPTED_AT));
    }

    private static @Nullable Instant time(Message message) {
        @Nullable String time = message.getHeader(SNAPSHOT_AT, String.class);
        return time == null ? null : OffsetDateTime.parse(time).toInstant();
    }

    private static String text(Message message, String name) {
        return Objects.requireNonNullElse(message.getHeader(name, String.class), UNKNOWN);
    }

    private static long number(Message message, String name) {
        return Objects.requireNonNullElse(message.getHeader(name, Long.class), 0L);
    }
}
