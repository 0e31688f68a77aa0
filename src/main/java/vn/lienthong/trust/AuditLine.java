package vn.lienthong.trust;

/**
 * An entry as it is exported, with what chains it: all that a stranger needs to check it, but for the key.
 *
 * @param at as the hash covers it
 * @param details the exact text that the hash covers
 */
public record AuditLine(
        long id,
        String at,
        String actor,
        String role,
        String action,
        String object,
        String details,
        String previousHash,
        String hash) {}
