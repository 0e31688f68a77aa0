package vn.lienthong.hub.intake;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.http.ProblemException;

/**
 * A call as it came.
 *
 * @param bytes the envelope without its session, which nobody is to find in what is kept
 */
record EnvelopeCall(String session, String service, byte[] bytes) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_SESSION = 300;

    static JsonNode read(byte[] bytes) {
        try {
            JsonNode tree = JSON.readTree(bytes);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException unreadable) {
            // told below, without the words of the parser
        }
        throw new ProblemException(HttpStatus.BAD_REQUEST, "malformed-envelope", "Không đọc được lời gọi");
    }

    static EnvelopeCall of(byte[] bytes) {
        JsonNode tree = read(bytes);
        String session = tree.path("session").asString("");
        return new EnvelopeCall(
                session,
                tree.path("service").asString("").strip(),
                session.isEmpty() || session.length() > LONGEST_SESSION ? bytes : without(bytes, session));
    }

    /** All other bytes stay as they came; a session written with escapes is not ours, so it opens nothing. */
    private static byte[] without(byte[] bytes, String session) {
        return new String(bytes, StandardCharsets.UTF_8).replace(session, "").getBytes(StandardCharsets.UTF_8);
    }
}
