package vn.lienthong.identity.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acts that somebody will ask about later need a reason. */
public final class Reasons {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 500;

    private Reasons() {}

    public static String required(@Nullable String reason) {
        String given = reason == null ? "" : reason.strip();
        if (given.length() < SHORTEST || given.length() > LONGEST) {
            throw Refusal.wrong(List.of(
                    new Fault("reason", "missing", "say why, in " + SHORTEST + " to " + LONGEST + " characters")));
        }
        return given;
    }
}
