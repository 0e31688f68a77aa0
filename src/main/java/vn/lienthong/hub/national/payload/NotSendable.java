package vn.lienthong.hub.national.payload;

import java.util.List;

/** The dossier lacks fields that the portal requires: held, and the sender is asked. */
public final class NotSendable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> fields;

    public NotSendable(List<String> fields, String sender) {
        super("not sendable: %s, ask %s".formatted(String.join(", ", fields), sender), null, false, false);
        this.fields = List.copyOf(fields);
    }

    /** Only where something is missing. */
    static void refuse(List<String> missing, String sender) {
        if (!missing.isEmpty()) {
            throw new NotSendable(missing, sender);
        }
    }

    /** The portal's names of what is missing. */
    public List<String> fields() {
        return fields;
    }

    /** The cause as the ledger and the operator read it. */
    public String cause() {
        return String.valueOf(getMessage());
    }
}
