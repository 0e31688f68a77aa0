package vn.lienthong.hub.dispatch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.dispatch.words.Words;
import vn.lienthong.hub.platform.reply.ReplyRows;

/**
 * The section {@code dispatch} of a system's file: how it is reached and what it is told.
 *
 * @param url where it takes dossiers; empty when it fetches them
 * @param replyAccepts whether its positive reply already says that it took the dossier; else its first status does
 * @param localCode where its reply names its own number of the dossier, null when nowhere
 * @param ask where it can be asked whether it has a message, null when it cannot
 * @param askReply {@code done}: it has it; {@code permanent}: it has not; anything else is not known
 * @param lease how long a fetched message is not given to anybody else
 */
record SystemTerms(
        String url,
        Map<String, String> headers,
        Duration patience,
        boolean replyAccepts,
        @Nullable JsonPointer localCode,
        ReplyRows reply,
        @Nullable String ask,
        ReplyRows askReply,
        Duration lease,
        Words words) {

    static final String SECTION = "dispatch";
    private static final int USUAL_PATIENCE = 20;
    private static final int USUAL_LEASE = 300;

    /** Empty for a system that is handed nothing: nobody said in which words. One without an address fetches. */
    static Optional<SystemTerms> of(JsonNode settings) {
        JsonNode section = settings.path(SECTION);
        return section.has("messages") ? Optional.of(read(section)) : Optional.empty();
    }

    boolean fetches() {
        return url.isEmpty();
    }

    private static SystemTerms read(JsonNode section) {
        String url = section.path("url").asString("");
        if (!url.isEmpty() && !url.matches("https?://.+")) {
            throw new IllegalArgumentException("dispatch.url is an http or https address, not '" + url + "'");
        }
        Words words = Words.read(section);
        if (!words.has("NEW")) {
            throw new IllegalArgumentException("dispatch.messages has no NEW: a new dossier could not be told");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        section.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        return new SystemTerms(
                url,
                Map.copyOf(headers),
                Duration.ofSeconds(section.path("timeoutSeconds").asInt(USUAL_PATIENCE)),
                section.path("accepts").asString("status").equals("reply"),
                section.has("localCode")
                        ? JsonPointer.compile(section.path("localCode").asString())
                        : null,
                ReplyRows.read(section.path("reply")),
                section.path("ask").has("url") ? section.path("ask").path("url").asString() : null,
                ReplyRows.read(section.path("ask").path("reply")),
                Duration.ofSeconds(section.path("leaseSeconds").asInt(USUAL_LEASE)),
                words);
    }
}
