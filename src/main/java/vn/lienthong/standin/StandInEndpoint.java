package vn.lienthong.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in's own controls under {@code /stand-in}; all but health ask for the admin token when there is one. */
final class StandInEndpoint implements ResponseDefinitionTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DOSSIER = "/dossiers/";

    private final Controls controls;
    private final @Nullable String adminToken;

    StandInEndpoint(Controls controls, @Nullable String adminToken) {
        this.controls = controls;
        this.adminToken = adminToken;
    }

    @Override
    public String getName() {
        return "stand-in";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String path = request.getUrl().replaceFirst("\\?.*", "").substring("/stand-in".length());
        try {
            if (!path.equals("/health") && !allowed(request)) {
                return json(401, error("the admin token is missing or wrong"));
            }
            Object found = route(request.getMethod().getName() + " " + path, path, request);
            return found == null ? json(404, error("nothing here")) : json(200, found);
        } catch (JacksonException wrong) {
            return json(400, error(wrong.getOriginalMessage()));
        } catch (IllegalArgumentException wrong) {
            return json(400, error(String.valueOf(wrong.getMessage())));
        }
    }

    private @Nullable Object route(String call, String path, Request request) {
        return switch (call) {
            case "GET /health" -> controls.health();
            case "GET /report" -> controls.report();
            case "GET /calls" -> controls.calls(number(request, "limit", 20));
            case "GET /faults" -> controls.fault();
            case "PUT /faults" -> controls.setFault(request.getBody());
            case "DELETE /faults" -> controls.clearFault();
            case "DELETE /sessions" -> controls.expireSessions();
            case "POST /reset" -> controls.reset();
            case "GET /dossiers" -> dossiers(request);
            default -> call.startsWith("GET " + DOSSIER) ? controls.dossier(decoded(path)) : null;
        };
    }

    private @Nullable Object dossiers(Request request) {
        QueryParameter code = request.queryParameter("code");
        return code.isPresent()
                ? controls.dossier(code.firstValue())
                : controls.page(text(request, "after"), number(request, "limit", 1000));
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.substring(DOSSIER.length()), StandardCharsets.UTF_8);
    }

    private static String text(Request request, String name) {
        QueryParameter parameter = request.queryParameter(name);
        return parameter.isPresent() ? parameter.firstValue() : "";
    }

    private static int number(Request request, String name, int otherwise) {
        QueryParameter parameter = request.queryParameter(name);
        return parameter.isPresent() ? Math.max(0, Integer.parseInt(parameter.firstValue())) : otherwise;
    }

    private boolean allowed(Request request) {
        return adminToken == null
                || MessageDigest.isEqual(
                        ("Bearer " + adminToken).getBytes(StandardCharsets.UTF_8),
                        String.valueOf(request.getHeader("Authorization")).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode error(String sentence) {
        return JSON.createObjectNode().put("error", sentence);
    }

    private static ResponseDefinition json(int status, Object body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(JSON.writeValueAsBytes(body))
                .build();
    }
}
