package vn.lienthong.hub.national.portal;

import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A log-in that was made, without its secrets: neither the password nor the session is ever kept.
 *
 * @param took how long the portal needed
 */
public record LogIn(byte[] request, Exchange exchange, Duration took) {

    public static final String SERVICE = "login";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> SECRETS = List.of("password", "session", "client_secret", "access_token");

    static LogIn of(byte[] request, Exchange exchange, Duration took) {
        var body = exchange.body();
        var shown = body == null ? null : withoutSecrets(body);
        return new LogIn(
                withoutSecrets(request),
                new Exchange(exchange.httpStatus(), shown, exchange.failure(), exchange.left(), exchange.said()),
                took);
    }

    /** What is no document holds no session either, and is kept as it came. */
    private static byte[] withoutSecrets(byte[] bytes) {
        try {
            var body = JSON.readTree(bytes);
            if (body instanceof ObjectNode object) {
                SECRETS.stream().filter(object::has).forEach(secret -> object.put(secret, "***"));
                return JSON.writeValueAsBytes(object);
            }
            return bytes;
        } catch (JacksonException notJson) {
            return bytes;
        }
    }
}
