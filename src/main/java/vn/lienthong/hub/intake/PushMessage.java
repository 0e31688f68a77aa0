package vn.lienthong.hub.intake;

import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.http.Correlation;

/** A push as it lies on {@code door.<sender>}: a durable message that a JMS consumer sees as a {@code BytesMessage}. */
final class PushMessage {

    private static final SimpleString RECEIPT = SimpleString.of("receipt");
    private static final SimpleString SENDER = SimpleString.of("sender");
    private static final SimpleString STAMP = SimpleString.of("stamp");
    private static final SimpleString MARK = SimpleString.of(DoorMark.PROPERTY);
    private static final SimpleString ACCEPTED_AT = SimpleString.of("acceptedAt");
    private static final SimpleString BODY_HASH = SimpleString.of("bodyHash");
    private static final SimpleString CONTENT_TYPE = SimpleString.of("contentType");
    private static final SimpleString CONTENT_REF = SimpleString.of("contentRef");
    private static final SimpleString SIZE = SimpleString.of("size");
    private static final SimpleString CORRELATION = SimpleString.of(Correlation.KEY);
    private static final SimpleString SNAPSHOT_AT = SimpleString.of("snapshotAt");
    private static final SimpleString FILE_NAME = SimpleString.of("fileName");
    private static final SimpleString PROCEDURES = SimpleString.of("procedures");
    private static final byte NORMAL_PRIORITY = 4;
    private static final byte BULK_PRIORITY = 1;

    private PushMessage() {}

    static ClientMessage of(Push push, String mark, ClientSession session) {
        byte priority = push.headers().bulk() ? BULK_PRIORITY : NORMAL_PRIORITY;
        ClientMessage message = session.createMessage(Message.BYTES_TYPE, true, 0, push.acceptedAt(), priority);
        message.setRoutingType(RoutingType.ANYCAST);
        put(message, Message.HDR_DUPLICATE_DETECTION_ID, push.duplicateId());
        put(message, RECEIPT, push.receipt().id().toString());
        put(message, SENDER, push.sender());
        put(message, STAMP, push.stamp().toString());
        put(message, MARK, mark);
        message.putLongProperty(ACCEPTED_AT, push.acceptedAt());
        put(message, CONTENT_TYPE, push.headers().contentType());
        put(message, CORRELATION, push.correlationId());
        put(message, SNAPSHOT_AT, push.headers().snapshotAt());
        put(message, FILE_NAME, push.headers().fileName());
        put(message, PROCEDURES, push.headers().procedures());
        body(message, push.body());
        return message;
    }

    private static void body(ClientMessage message, Body body) {
        put(message, BODY_HASH, body.sha256());
        message.putLongProperty(SIZE, body.size());
        if (body.inline() == null) {
            put(message, CONTENT_REF, body.sha256());
        } else {
            message.getBodyBuffer().writeBytes(body.inline());
        }
    }

    private static void put(ClientMessage message, SimpleString name, @Nullable String value) {
        if (value != null) {
            message.putStringProperty(name, SimpleString.of(value));
        }
    }
}
