package vn.lienthong.identity.login;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One log-in of one browser.
 *
 * @param account the national account it was made with, absent for local ones
 * @param acr the assurance its provider stated
 * @param ial the identity assurance its provider stated
 */
public record Login(
        UUID id,
        String subject,
        @Nullable UUID account,
        String provider,
        @Nullable String acr,
        @Nullable Integer ial,
        Instant at) {}
