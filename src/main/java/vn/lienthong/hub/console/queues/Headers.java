package vn.lienthong.hub.console.queues;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.time.VietnamTime;

/** What of a message's headers people may see: codes, times and numbers of ours; of anything else its shape. */
final class Headers {

    private static final Set<String> PLAIN = Set.of(
            "receipt",
            "sender",
            "stamp",
            "acceptedAt",
            "contentType",
            "size",
            "no",
            "snapshotAt",
            Correlation.KEY,
            "_AMQ_ORIG_ADDRESS",
            "_AMQ_ORIG_QUEUE",
            "_AMQ_ORIG_MESSAGE_ID",
            "_AMQ_ACTUAL_EXPIRY",
            "_AMQ_ROUTING_TYPE",
            "JMSXDeliveryCount");

    private Headers() {}

    static HeldMessage held(ClientMessage message) {
        Map<String, String> headers = new TreeMap<>();
        for (SimpleString name : message.getPropertyNames()) {
            headers.put(name.toString(), shown(name.toString(), String.valueOf(message.getObjectProperty(name))));
        }
        return new HeldMessage(
                message.getMessageID(),
                Instant.ofEpochMilli(message.getTimestamp()).atOffset(VietnamTime.OFFSET),
                message.getBodySize(),
                text(message, Correlation.KEY),
                text(message, "sender"),
                origin(message),
                headers);
    }

    /** As the broker itself wrote it down. */
    private static @Nullable String origin(ClientMessage message) {
        String queue = text(message, Message.HDR_ORIGINAL_QUEUE.toString());
        return queue == null ? text(message, Message.HDR_ORIGINAL_ADDRESS.toString()) : queue;
    }

    private static @Nullable String text(ClientMessage message, String name) {
        Object value = message.getObjectProperty(name);
        return value == null ? null : value.toString();
    }

    private static String shown(String name, String value) {
        return PLAIN.contains(name)
                ? value
                : value.codePoints()
                        .map(Headers::shape)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static int shape(int letter) {
        if (Character.isDigit(letter)) {
            return '9';
        }
        if (Character.isLetter(letter)) {
            return Character.isUpperCase(letter) ? 'X' : 'x';
        }
        return letter;
    }
}
