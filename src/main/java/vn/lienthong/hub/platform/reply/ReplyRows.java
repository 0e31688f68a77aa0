package vn.lienthong.hub.platform.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The phrase table of a system's replies: the first row whose code and phrase both fit decides; what no row knows is
 * asked again, since only the sender's people can say that it never helps.
 *
 * @param codeAt where a JSON reply has its code, null when it has none
 * @param textAt where it has its words, null for the whole reply
 */
public record ReplyRows(
        @Nullable JsonPointer codeAt, @Nullable JsonPointer textAt, List<Row> rows) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 200;
    private static final int OK_FROM = 200;
    private static final int OK_TO = 299;

    /** A missing code or phrase fits every reply. */
    public record Row(@Nullable String code, @Nullable String says, Verdict is) {

        boolean fits(String code, String words) {
            return (this.code == null || this.code.equals(code))
                    && (says == null || words.toLowerCase(Locale.ROOT).contains(says.toLowerCase(Locale.ROOT)));
        }
    }

    /** What the reply means, and what it said. */
    public record Judged(Verdict verdict, String words) {}

    public static ReplyRows read(JsonNode reply) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : reply.path("rows")) {
            String is = row.path("is").asString("");
            rows.add(new Row(text(row, "code"), text(row, "says"), Verdict.valueOf(is.toUpperCase(Locale.ROOT))));
        }
        return new ReplyRows(pointer(reply, "code"), pointer(reply, "text"), List.copyOf(rows));
    }

    /** A reply that came with an HTTP error is never a success, whatever it says. */
    public Judged judge(int httpStatus, String body) {
        JsonNode tree = tree(body);
        String code = codeAt == null ? "" : tree.at(codeAt).asString("");
        String words = textAt == null ? body : tree.at(textAt).asString("");
        boolean ok = httpStatus >= OK_FROM && httpStatus <= OK_TO;
        Verdict verdict = rows.stream()
                .filter(row -> row.fits(code, words))
                .map(Row::is)
                .filter(is -> ok || is == Verdict.PERMANENT)
                .findFirst()
                .orElse(ok && rows.isEmpty() ? Verdict.DONE : Verdict.RETRY);
        return new Judged(verdict, shown("HTTP " + httpStatus + " " + code + " " + words));
    }

    private static String shown(String said) {
        String single = said.replaceAll("\\s+", " ").strip();
        return single.length() > LONGEST ? single.substring(0, LONGEST) : single;
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    private static @Nullable JsonPointer pointer(JsonNode reply, String key) {
        String text = text(reply, key);
        return text == null ? null : JsonPointer.compile(text);
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isMissingNode() ? null : node.path(key).asString();
    }
}
