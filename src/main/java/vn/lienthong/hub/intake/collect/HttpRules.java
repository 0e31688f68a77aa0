package vn.lienthong.hub.intake.collect;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code collect} of a sender whose lists are asked for over HTTP.
 *
 * @param items where in an answer the list is, names with dots between; empty when the answer is the list
 * @param id where in a thing its number is
 * @param whole the answer is one submission as it stands, such as a table
 */
record HttpRules(
        Call call,
        String accept,
        String items,
        String id,
        boolean whole,
        Paging paging,
        @Nullable Window window,
        @Nullable Login login,
        Duration patience) {

    static final Set<String> BLANKS = Set.of("page", "size", "offset", "from", "to", "secret", "user", "token");
    static final String STAND_IN = "stand-in:";

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    /** What is asked; a call with a body is a POST. */
    record Call(
            String url,
            Map<String, String> headers,
            String contentType,
            @Nullable String body) {

        static Call read(Section section) {
            String url = section.text("url");
            if (!url.matches("https?://.+|" + STAND_IN + "/.+")) {
                throw section.wrong("url", "is an http or https address, or stand-in:/path, not '" + url + "'");
            }
            String body = section.text("body", "");
            Call call = new Call(
                    url,
                    section.texts("headers"),
                    section.text("contentType", "application/json"),
                    body.isEmpty() ? null : body);
            String unknown = Blanks.unknown(url + String.join(" ", call.headers.values()) + body, BLANKS);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException(section.place() + " uses {" + unknown + "}; there are "
                        + BLANKS.stream().sorted().toList());
            }
            return call;
        }
    }

    /** How a token is got; {@code token} is where its answer has it. */
    record Login(Call call, String token) {}

    static HttpRules read(Section section) {
        Section login = section.in("login");
        return new HttpRules(
                Call.read(section),
                section.text("accept", "application/json"),
                section.text("items", ""),
                section.text("id", ""),
                section.yes("whole"),
                Paging.read(section.in("paging")),
                Window.read(section.in("window")),
                login.given() ? new Login(Call.read(login), login.text("token")) : null,
                section.duration("timeout", USUAL_PATIENCE));
    }
}
