package vn.lienthong.hub.national.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** OAuth 2 client credentials: id and secret for a bearer token; the secret is read at each log-in. */
public record ClientCredentials(String path, String clientId, Supplier<String> secret) implements LogInForm {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORM = "grant_type=client_credentials&client_id=%s&client_secret=%s";

    @Override
    public Outgoing write() {
        var bytes = form(encoded(secret.get()));
        var shown = form("***");
        return new Outgoing(path, Map.of(), MediaType.APPLICATION_FORM_URLENCODED, () -> bytes, () -> shown);
    }

    private byte[] form(String shown) {
        return FORM.formatted(encoded(clientId), shown).getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A refusal comes as an HTTP status, which becomes the code. */
    @Override
    public Optional<Reply> read(int httpStatus, byte[] body) {
        if (httpStatus == 200) {
            return token(body).map(token -> new Reply(0, "", List.of()));
        }
        return httpStatus < 500
                ? Optional.of(new Reply(httpStatus, "HTTP " + httpStatus, List.of()))
                : Optional.empty();
    }

    @Override
    public Optional<String> token(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body).path("access_token").asString(""))
                    .filter(token -> !token.isEmpty());
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
