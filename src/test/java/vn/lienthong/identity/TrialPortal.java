package vn.lienthong.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the provider, speaking the protocol by hand so that it can also speak it wrongly. */
public final class TrialPortal {

    public static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard-0123456789";
    public static final String CALLBACK = "http://127.0.0.1:8095/callback";

    private final RunningIdentity identity;
    private final String id;
    private final String secret;
    private final Browser wire = new Browser();

    public TrialPortal(RunningIdentity identity, String id) {
        this(identity, id, read(identity, id));
    }

    public TrialPortal(RunningIdentity identity, String id, String secret) {
        this.identity = identity;
        this.id = id;
        this.secret = secret;
    }

    /** Where this portal sends a browser that wants in; what is given replaces what it would say. */
    public URI door(String scope, Map<String, String> other) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                id,
                "redirect_uri",
                CALLBACK,
                "scope",
                scope,
                "state",
                "the-portals-state",
                "nonce",
                "the-portals-nonce",
                "code_challenge",
                challenge(VERIFIER),
                "code_challenge_method",
                "S256"));
        parameters.putAll(other);
        parameters.values().removeIf(String::isEmpty);
        return URI.create(identity.issuer() + "/oauth2/authorize?" + Browser.encoded(parameters));
    }

    /** The same pushed by this portal's server first, without anything of it in the address. */
    public URI pushed(Map<String, String> other) {
        Map<String, String> form = parameters(door("openid", other).toString());
        String kept = asks("/oauth2/par", form).is(201).at("request_uri");
        return URI.create(identity.issuer() + "/oauth2/authorize?"
                + Browser.encoded(Map.of("client_id", id, "request_uri", kept)));
    }

    public URI door(String scope) {
        return door(scope, Map.of());
    }

    /** The parameters with which a browser comes back. */
    public static Map<String, String> broughtBack(HttpResponse<String> answer) {
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("no redirect but " + answer.statusCode() + " " + answer.body()));
        if (!location.startsWith(CALLBACK)) {
            throw new AssertionError("sent to " + location);
        }
        return parameters(location);
    }

    public static Map<String, String> parameters(String location) {
        String query = URI.create(location).getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    public Answer exchanges(@Nullable String code, Map<String, String> other) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                String.valueOf(code),
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                VERIFIER));
        form.putAll(other);
        form.values().removeIf(String::isEmpty);
        return asks("/oauth2/token", form);
    }

    public Answer exchanges(@Nullable String code) {
        return exchanges(code, Map.of());
    }

    public Answer asks(String path, Map<String, String> form) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return answer(HttpRequest.newBuilder(URI.create(identity.issuer() + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Browser.encoded(form)))
                .build());
    }

    public Answer gets(String path, String bearer) {
        var request = HttpRequest.newBuilder(URI.create(identity.issuer() + path));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return answer(request.build());
    }

    public Answer posts(String path, String bearer, String json) {
        return answer(HttpRequest.newBuilder(URI.create(identity.issuer() + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public Answer deletes(String path, String bearer) {
        return answer(HttpRequest.newBuilder(URI.create(identity.issuer() + path))
                .header("Authorization", "Bearer " + bearer)
                .DELETE()
                .build());
    }

    private Answer answer(HttpRequest request) {
        HttpResponse<String> response = wire.send(request);
        return new Answer(response.statusCode(), response.body());
    }

    /** What came back. */
    public record Answer(int status, String text) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        public String at(String field) {
            return json().path(field).asString("");
        }

        public Answer is(int expected) {
            if (status != expected) {
                throw new AssertionError(expected + " expected: " + status + " " + text);
            }
            return this;
        }
    }

    public static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String read(RunningIdentity identity, String id) {
        try {
            return Files.readString(identity.secret(id)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
