package vn.lienthong.identity.login;

import org.jspecify.annotations.Nullable;

/**
 * What a log-in was at the provider above, for the log-out there.
 *
 * @param provider our id of it
 * @param sid its name of its own session, when it has one
 */
public record Above(
        String provider, String idToken, @Nullable String sid) {}
