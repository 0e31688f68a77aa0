package vn.lienthong.hub.intake;

import org.jspecify.annotations.Nullable;

/**
 * What the hub fetched from a sender's system itself.
 *
 * @param distinct what makes it this and no other: the same words with the same bytes are one submission, for ever
 * @param fileName the name it had there, null when it had none
 */
public record Collected(
        String distinct, String contentType, @Nullable String fileName, String correlationId, Body body) {}
