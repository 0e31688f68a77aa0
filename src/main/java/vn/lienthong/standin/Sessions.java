package vn.lienthong.standin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.lienthong.standin.protocol.Envelope;
import vn.lienthong.standin.protocol.ErrorCode;
import vn.lienthong.standin.protocol.Refusal;
import vn.lienthong.standin.protocol.Reply;

/** The log-in and the sessions it hands out; they live in memory, so a restart ends them all. */
final class Sessions {

    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();
    private final StandInOptions options;
    private final Clock clock;
    private final Supplier<String> ids;

    Sessions(StandInOptions options, Clock clock, Supplier<String> ids) {
        this.options = options;
        this.clock = clock;
        this.ids = ids;
    }

    Reply logIn(Envelope login) {
        if (!known(login.text("username"), login.text("password"))) {
            throw new Refusal(ErrorCode.LOGIN_REFUSED, "Sai tên đăng nhập hoặc mật khẩu");
        }
        return Reply.session(begin());
    }

    boolean known(String username, String password) {
        boolean user = same(username, options.username());
        return same(password, options.password()) && user;
    }

    /** A new session, or token: they are one thing to the portal. */
    String begin() {
        Instant now = clock.instant();
        expiries.values().removeIf(expiry -> !expiry.isAfter(now));
        String session = ids.get();
        expiries.put(session, now.plus(life()));
        return session;
    }

    void check(Envelope call) {
        check(call.body().path("session").asString(""));
    }

    void check(String session) {
        Instant expiry = expiries.get(session);
        if (expiry == null || !expiry.isAfter(clock.instant())) {
            throw Refusal.sessionInvalid();
        }
    }

    int expireAll() {
        int open = expiries.size();
        expiries.clear();
        return open;
    }

    Duration life() {
        return options.sessionLife();
    }

    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
