package vn.lienthong.hub.national.portal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The portal's session: one log-in at a time, its token shared by all calls, and by all nodes while Redis is there,
 * until one of them finds it ended.
 */
public final class Session implements Access {

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int GLANCES = 40;

    private final Wire wire;
    private final LogInForm form;
    private final SharedSession shared;
    private volatile Consumer<LogIn> listener = login -> {};
    private volatile @Nullable String token;
    private volatile long began;

    /** At the adapter: user name and password for a session. */
    public Session(Wire wire, Account account, SharedSession shared) {
        this(wire, new AdapterLogIn(account), shared);
    }

    public Session(Wire wire, LogInForm form, SharedSession shared) {
        this.wire = wire;
        this.form = form;
        this.shared = shared;
    }

    /** The hub's account at the adapter and where it logs in; the password is read at each log-in. */
    public record Account(String path, String username, Supplier<String> password) {}

    /** Tells of every log-in, without its secrets. */
    public void listen(Consumer<LogIn> logIns) {
        listener = logIns;
    }

    @Override
    public synchronized String token() {
        var known = token;
        if (known == null) {
            known = shared.find().or(this::fromOtherNode).orElseGet(this::logIn);
            began = System.nanoTime();
            token = known;
        }
        return known;
    }

    @Override
    public Optional<String> current() {
        return Optional.ofNullable(token);
    }

    /** How long this node has had the token of now. */
    public Optional<Duration> age() {
        return current().map(held -> Duration.ofNanos(System.nanoTime() - began));
    }

    /** How long other nodes may still take it over. */
    public Optional<Duration> sharedFor() {
        return current().flatMap(held -> shared.left());
    }

    /** Forgets a token that was refused, unless somebody has a newer one already. */
    @Override
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
        var leaving = form.write();
        long began = System.nanoTime();
        var exchange = wire.send(leaving, form).join();
        listener.accept(LogIn.of(leaving.kept().get(), exchange, Duration.ofNanos(System.nanoTime() - began)));
        var session = session(exchange);
        shared.keep(session);
        return session;
    }

    private String session(Exchange exchange) {
        var reply = exchange.reply().orElseThrow(() -> new LogInFailed("log-in: " + exchange.trouble()));
        if (reply.code() != 0) {
            throw new LogInFailed("log-in refused: code " + reply.code());
        }
        return form.token(Objects.requireNonNull(exchange.body()))
                .orElseThrow(() -> new LogInFailed("log-in: an answer without a session"));
    }
}
