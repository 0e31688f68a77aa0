package vn.lienthong.hub.national.portal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The portal's session: one log-in at a time, its token shared by all calls until one of them finds it ended. */
public final class Session {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Wire wire;
    private final String path;
    private final String username;
    private final Supplier<String> password;
    private @Nullable String token;

    public Session(Wire wire, String path, String username, Supplier<String> password) {
        this.wire = wire;
        this.path = path;
        this.username = username;
        this.password = password;
    }

    /** The token of now; logs in if there is none. Waits, so it is called from virtual threads only. */
    public synchronized String token() {
        if (token == null) {
            token = logIn();
        }
        return token;
    }

    /** Forgets a token that was refused, unless somebody has a newer one already. */
    public synchronized void ended(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    /** Neither the password nor the reply, which holds the session, is ever logged or kept. */
    private String logIn() {
        var login = JSON.createObjectNode().put("username", username).put("password", password.get());
        var exchange = wire.post(path, JSON.writeValueAsBytes(login)).join();
        var reply = exchange.reply().orElseThrow(() -> new LogInFailed("log-in: " + exchange.trouble()));
        var session = JSON.readTree(exchange.body()).path("session").asString("");
        if (reply.code() != 0 || session.isEmpty()) {
            throw new LogInFailed("log-in refused: code " + reply.code());
        }
        return session;
    }
}
