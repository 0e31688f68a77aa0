package vn.lienthong.hub.national.portal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A readable reply: a code, a sentence, and what {@code result} holds. */
public record Reply(int code, String words, List<JsonNode> result) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public Reply {
        result = List.copyOf(result);
    }

    /** Empty when the bytes are no reply of the portal: a page, nothing, half a document. */
    public static Optional<Reply> read(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return Optional.empty();
        }
        try {
            return of(JSON.readTree(body));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** A relay answers with the portal's whole reply as text inside {@code message}. */
    private static Optional<Reply> of(JsonNode body) {
        var code = code(body.path("error_code"));
        if (code.isEmpty()) {
            return Optional.empty();
        }
        var words = body.path("message").asString("");
        if (words.startsWith("{")) {
            var inner = JSON.readTree(words);
            return inner.has("error_code") ? of(inner) : code.map(number -> reply(number, "", inner));
        }
        return code.map(number -> reply(number, words, body));
    }

    private static Reply reply(int code, String words, JsonNode body) {
        return new Reply(code, words, body.path("result").valueStream().toList());
    }

    /** {@code 0}, {@code "0"} and {@code "00"} are one code. */
    static Optional<Integer> code(JsonNode code) {
        try {
            return code.isNumber() || code.isString()
                    ? Optional.of(Integer.parseInt(code.asString().strip()))
                    : Optional.empty();
        } catch (NumberFormatException notACode) {
            return Optional.empty();
        }
    }
}
