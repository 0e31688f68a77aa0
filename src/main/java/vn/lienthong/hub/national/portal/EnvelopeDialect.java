package vn.lienthong.hub.national.portal;

import java.util.Map;
import java.util.Optional;

/** Variant A: one address, the service and the session in the body. */
public record EnvelopeDialect(Caller caller, String path, ReplyCodes codes) implements Dialect {

    private static final Batches MOST = new Batches(Integer.MAX_VALUE, 10);

    @Override
    public boolean looksUp() {
        return true;
    }

    @Override
    public boolean updates() {
        return true;
    }

    @Override
    public boolean numbers() {
        return false;
    }

    /** As many as the settings allow; callers send their steps in chunks of ten. */
    @Override
    public Batches batches() {
        return MOST;
    }

    @Override
    public String service(Request request) {
        return request.service();
    }

    @Override
    public Outgoing write(Request request, String token) {
        return Outgoing.json(path, Map.of(), request.envelope(token, caller));
    }

    @Override
    public Optional<Reply> read(int httpStatus, byte[] body) {
        return ENVELOPE.read(httpStatus, body);
    }
}
