package vn.lienthong.hub.intake;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;

/** What is checked before a byte of the body is read, in the order in which things may be revealed. */
@Component
public class Doorkeeper {

    private static final String IDENTITY = "identity";
    /** In a sender's settings: it only tries, its dossiers are not to be registered yet. */
    private static final String SANDBOX = "sandbox";

    private final Senders senders;

    Doorkeeper(Senders senders) {
        this.senders = senders;
    }

    /** The sender, when this caller may push for it and the announced body can be taken. */
    Sender admit(Caller caller, String id, HttpHeaders headers) {
        Sender sender = own(caller, id);
        check(sender, headers);
        return sender;
    }

    /** The same for a push that is only tried; also a sender that has not gone live yet may do that. */
    public Sender admitToSandbox(Caller caller, String id, HttpHeaders headers) {
        Sender sender = own(caller, id);
        checkBody(sender, headers);
        return sender;
    }

    private Sender own(Caller caller, String id) {
        Sender sender = senders.find(id).orElseThrow(() -> Rejections.UNKNOWN_SENDER);
        if (!caller.isSender(id)) {
            throw Rejections.FOREIGN_SENDER;
        }
        return sender;
    }

    /** Whether this sender is live and may send a body of this size and type. */
    static void check(Sender sender, HttpHeaders headers) {
        if (sender.settings().path(SANDBOX).asBoolean(false)) {
            throw Rejections.SANDBOX_ONLY;
        }
        checkBody(sender, headers);
    }

    private static void checkBody(Sender sender, HttpHeaders headers) {
        if (headers.getContentLength() > sender.maxBodyBytes()) {
            throw Rejections.tooLarge(sender.maxBodyBytes());
        }
        checkType(sender, headers);
        if (isEmpty(headers)) {
            throw Rejections.EMPTY;
        }
    }

    private static void checkType(Sender sender, HttpHeaders headers) {
        String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase(IDENTITY)) {
            throw Rejections.ENCODED;
        }
        Set<String> accepted = sender.contentTypes();
        if (!accepted.contains(type(headers.getFirst(HttpHeaders.CONTENT_TYPE)))) {
            throw Rejections.unsupported(new TreeSet<>(accepted));
        }
    }

    private static String type(@Nullable String header) {
        if (header == null) {
            return "";
        }
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isEmpty(HttpHeaders headers) {
        long length = headers.getContentLength();
        return length == 0 || length < 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }
}
