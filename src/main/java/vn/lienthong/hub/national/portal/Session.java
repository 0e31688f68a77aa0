package vn.lienthong.hub.national.portal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The portal's session: one log-in at a time, its token shared by all calls, and by all nodes while Redis is there,
 * until one of them finds it ended.
 */
public final class Session {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int GLANCES = 40;

    private final Wire wire;
    private final Account account;
    private final SharedSession shared;
    private volatile Consumer<LogIn> listener = login -> {};
    private @Nullable String token;

    public Session(Wire wire, Account account, SharedSession shared) {
        this.wire = wire;
        this.account = account;
        this.shared = shared;
    }

    /** The hub's account at the adapter and where it logs in; the password is read at each log-in. */
    public record Account(String path, String username, Supplier<String> password) {}

    /** Tells of every log-in, without its secrets. */
    public void listen(Consumer<LogIn> logIns) {
        listener = logIns;
    }

    /** The token of now; logs in if there is none. Waits, so it is called from virtual threads only. */
    public synchronized String token() {
        if (token == null) {
            token = shared.find().or(this::fromOtherNode).orElseGet(this::logIn);
        }
        return token;
    }

    /** Forgets a token that was refused, unless somebody has a newer one already. */
    public synchronized void ended(String refused) {
        if (refused.equals(token)) {
            token = null;
            shared.forget(refused);
        }
    }

    /** Another node is at it: its token is worth a short wait, after which this node logs in too. */
    private Optional<String> fromOtherNode() {
        for (int i = 0; i < GLANCES; i++) {
            var ours = shared.mayLogIn();
            var found = shared.find();
            if (ours || found.isPresent()) {
                found.filter(theirs -> ours).ifPresent(shared::keep);
                return found;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return Optional.empty();
    }

    private String logIn() {
        var login = JSON.createObjectNode()
                .put("username", account.username())
                .put("password", account.password().get());
        var bytes = JSON.writeValueAsBytes(login);
        long began = System.nanoTime();
        var exchange = wire.post(account.path(), bytes).join();
        listener.accept(LogIn.of(bytes, exchange, Duration.ofNanos(System.nanoTime() - began)));
        var session = session(exchange);
        shared.keep(session);
        return session;
    }

    private static String session(Exchange exchange) {
        var reply = exchange.reply().orElseThrow(() -> new LogInFailed("log-in: " + exchange.trouble()));
        var session = JSON.readTree(exchange.body()).path("session").asString("");
        if (reply.code() != 0 || session.isEmpty()) {
            throw new LogInFailed("log-in refused: code " + reply.code());
        }
        return session;
    }
}
