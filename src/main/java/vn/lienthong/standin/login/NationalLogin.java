package vn.lienthong.standin.login;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The end points of the national log-in under {@code /sso} (DVCQG) and {@code /vneid}; nobody is asked for a password. */
public final class NationalLogin implements ResponseDefinitionTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MEGABYTE = 1024 * 1024;

    private final List<LoginAccount> accounts;
    private final String client;
    private final String secret;
    private final IdTokens tokens;
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();
    private final Map<String, LoginAccount> sessions = new ConcurrentHashMap<>();
    private volatile boolean keysAway;

    private NationalLogin(List<LoginAccount> accounts, String client, String secret, Clock clock) {
        this.accounts = accounts;
        this.client = client;
        this.secret = secret;
        this.tokens = new IdTokens(clock);
    }

    private record Granted(LoginAccount account, Form asked) {}

    /** With the accounts of the file, none when there is no file. */
    public static NationalLogin of(Path file, String client, String secret, Clock clock) throws IOException {
        List<LoginAccount> accounts = Files.exists(file)
                ? JSON.readValue(Files.readString(file), new TypeReference<List<LoginAccount>>() {})
                : List.of();
        return new NationalLogin(accounts, client, secret, clock);
    }

    @Override
    public String getName() {
        return "national-login";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String[] path = request.getUrl().replaceFirst("\\?.*", "").split("/");
        String base = request.getAbsoluteUrl().replaceFirst("(https?://[^/]+/[^/]+).*", "$1");
        return answer(path[1], path[2], Form.of(request), request, base).build();
    }

    private ResponseDefinitionBuilder answer(String at, String call, Form form, Request request, String base) {
        return switch (call) {
            case "authorize" -> page(at, form);
            case "login" -> login(form);
            case "token" -> token(form, base);
            case "userinfo" -> userInfo(request);
            case "keys" -> keysAway ? aResponse().withStatus(503) : json(tokens.published());
            case "validatetoken" -> validate(form);
            case "revoke" -> revoke(form);
            case "logout" -> logout(form);
            case "logouttoken" -> aResponse().withBody(tokens.logout(base, client, form));
            case "rotate" -> rotate(form);
            default -> aResponse().withStatus(404);
        };
    }

    private ResponseDefinitionBuilder page(String at, Form form) {
        if (!client.equals(form.text("client_id")) || form.text("redirect_uri").isEmpty()) {
            return aResponse().withStatus(400).withBody("unknown client");
        }
        var here = accounts.stream().filter(account -> account.at().equals(at)).toList();
        return aResponse().withHeader("Content-Type", "text/html;charset=UTF-8").withBody(LoginPage.of(here, form));
    }

    private ResponseDefinitionBuilder login(Form form) {
        Map<String, String> back = new TreeMap<>(Map.of("state", form.text("state")));
        LoginAccount account = accounts.stream()
                .filter(known -> known.key().equals(form.text("account")))
                .findFirst()
                .orElse(null);
        if (account == null) {
            back.put("error", "access_denied");
        } else {
            String code = UUID.randomUUID().toString();
            codes.put(code, new Granted(account, form));
            back.put("code", code);
        }
        return redirect(form.text("redirect_uri"), back);
    }

    private ResponseDefinitionBuilder token(Form form, String issuer) {
        Granted granted = codes.remove(form.text("code"));
        if (!client.equals(form.text("client_id")) || !secret.equals(form.text("client_secret"))) {
            return json("{\"error\":\"invalid_client\"}").withStatus(401);
        }
        if (granted == null || !granted.asked().fits(form)) {
            return json("{\"error\":\"invalid_grant\"}").withStatus(400);
        }
        String session = UUID.randomUUID().toString();
        sessions.put(session, granted.account());
        return json(JSON.writeValueAsString(Map.of(
                "access_token",
                session,
                "refresh_token",
                UUID.randomUUID().toString(),
                "scope",
                "openid",
                "id_token",
                tokens.make(granted.account(), issuer, client, granted.asked().text("nonce")),
                "token_type",
                "Bearer",
                "expires_in",
                3600)));
    }

    private ResponseDefinitionBuilder userInfo(Request request) {
        LoginAccount account =
                sessions.get(String.valueOf(request.getHeader("Authorization")).replaceFirst("^Bearer ", ""));
        if (account == null) {
            return json("{\"error\":\"invalid_token\"}").withStatus(401);
        }
        Map<String, Object> claims = new TreeMap<>(account.claims());
        if (account.does("huge-claims")) {
            claims.put("QueQuan", "x".repeat(MEGABYTE));
        }
        if (account.does("other-sub")) {
            claims.put("sub", "somebody-else");
        }
        return json(JSON.writeValueAsString(claims));
    }

    private ResponseDefinitionBuilder validate(Form form) {
        @Nullable LoginAccount account = sessions.get(form.text("token"));
        return account == null
                ? json("{\"error\":\"invalid_token\"}").withStatus(400)
                : json(JSON.writeValueAsString(Map.of("client_id", client, "exp", 3600)));
    }

    private ResponseDefinitionBuilder revoke(Form form) {
        sessions.remove(form.text("token"));
        return aResponse().withStatus(200);
    }

    private ResponseDefinitionBuilder logout(Form form) {
        boolean known = tokens.isOurs(form.text("id_token_hint")) || client.equals(form.text("client_id"));
        return known && !form.text("post_logout_redirect_uri").isEmpty()
                ? redirect(form.text("post_logout_redirect_uri"), Map.of())
                : aResponse().withStatus(400).withBody("who leaves?");
    }

    /** For tests: another key signs, and the published ones may be out of reach for a while. */
    private ResponseDefinitionBuilder rotate(Form form) {
        keysAway = "away".equals(form.text("keys"));
        if (!form.text("key").isEmpty()) {
            tokens.rotate();
        }
        return aResponse().withStatus(204);
    }

    private static ResponseDefinitionBuilder redirect(String address, Map<String, String> parameters) {
        return aResponse().withStatus(302).withHeader("Location", Form.address(address, parameters));
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(body);
    }
}
