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
        boolean user = same(login.text("username"), options.username());
        if (!(same(login.text("password"), options.password()) && user)) {
            throw new Refusal(ErrorCode.LOGIN_REFUSED, "Sai tên đăng nhập hoặc mật khẩu");
        }
        Instant now = clock.instant();
        expiries.values().removeIf(expiry -> !expiry.isAfter(now));
        String session = ids.get();
        expiries.put(session, now.plus(life()));
        return Reply.session(session);
    }

    void check(Envelope call) {
        String session = call.body().path("session").asString("");
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

    private Duration life() {
        return options.sessionLife();
    }

    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
