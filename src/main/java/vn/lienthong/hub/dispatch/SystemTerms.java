package vn.lienthong.hub.dispatch;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.dispatch.words.Words;
import vn.lienthong.hub.platform.reply.ReplyRows;

/**
 * The section {@code dispatch} of a system's file: how it is reached and what it is told. What it does not say in words of
 * its own is told in the usual ones, those of the hub's own format.
 *
 * @param url where it takes what it has words for; empty when it fetches all
 * @param replyAccepts whether its positive reply already says that it took the dossier; else its first status does
 * @param localCode where its reply names its own number of the dossier, null when nowhere
 * @param ask where it can be asked whether it has a message, null when it cannot
 * @param askReply {@code done}: it has it; {@code permanent}: it has not; anything else is not known
 * @param lease how long a fetched message is not given to anybody else
 * @param own its words, perhaps none
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
        Words own,
        Words usual) {

    static final String SECTION = "dispatch";
    private static final int USUAL_PATIENCE = 20;
    private static final int USUAL_LEASE = 300;

    /** Of a system that says nothing of it: it fetches everything in the usual words. */
    static SystemTerms of(JsonNode settings, Words usual) {
        return read(settings.path(SECTION), usual);
    }

    /** What it has no words of its own for, it fetches in the usual ones, wherever it is called with the rest. */
    boolean fetches(Kind kind) {
        return url.isEmpty() || !own.has(kind.name());
    }

    Set<Kind> fetched() {
        return Arrays.stream(Kind.values()).filter(this::fetches).collect(Collectors.toSet());
    }

    Set<Kind> called() {
        return Arrays.stream(Kind.values()).filter(kind -> !fetches(kind)).collect(Collectors.toSet());
    }

    Words words(Kind kind) {
        return own.has(kind.name()) ? own : usual;
    }

    private static SystemTerms read(JsonNode section, Words usual) {
        String url = section.path("url").asString("");
        if (!url.isEmpty() && !url.matches("https?://.+")) {
            throw new IllegalArgumentException("dispatch.url is an http or https address, not '" + url + "'");
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
                Words.read(section),
                usual);
    }
}
