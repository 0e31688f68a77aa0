package vn.lienthong.standin.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.standin.protocol.Reply;

/** Puts a reply on the wire in the form the fault of its call asks for. */
public final class ReplyForm {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"vi\"><body><h1>%s</h1><p>Vui lòng quay lại sau.</p></body></html>";

    private ReplyForm() {}

    /** Success as {@code code} under HTTP 200, a refusal as an HTTP status; {@code body} is what success answers. */
    public static ResponseDefinition ofApi(Fault fault, int status, ObjectNode body) {
        ObjectNode said = body.deepCopy();
        switch (fault.mode()) {
            case BAD_GATEWAY, ACCEPT_THEN_FAIL, HTML, EMPTY, DOWN -> {
                return of(fault, Reply.success(""));
            }
            case NUMERIC_CODE, DOUBLE_ZERO_CODE -> said = coded(fault, said);
            case MESSAGE_WITHOUT_SUCCESS -> said.put("message", "OK");
            case DOUBLE_ENCODED ->
                said = JSON.createObjectNode().put("code", "0").put("message", body.toString());
            default -> {}
        }
        ResponseDefinitionBuilder answer = json(said).withStatus(status);
        return fault.mode() == FaultMode.SLOW
                ? answer.withFixedDelay(fault.delayMillis()).build()
                : answer.build();
    }

    private static ObjectNode coded(Fault fault, ObjectNode body) {
        if (!body.has("code")) {
            return body;
        }
        return fault.mode() == FaultMode.NUMERIC_CODE
                ? body.put("code", Integer.parseInt(body.path("code").asString()))
                : body.put(
                        "code",
                        body.path("code").asString().equals("0")
                                ? "00"
                                : body.path("code").asString());
    }

    public static ResponseDefinition of(Fault fault, Reply reply) {
        return switch (fault.mode()) {
            case BAD_GATEWAY, ACCEPT_THEN_FAIL -> page(502, "502 Bad Gateway");
            case HTML -> page(200, "Hệ thống đang bảo trì");
            case EMPTY -> aResponse().withStatus(200).build();
            case DOWN ->
                aResponse()
                        .withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
                        .build();
            case SLOW -> json(plain(reply)).withFixedDelay(fault.delayMillis()).build();
            case NUMERIC_CODE -> json(numeric(reply)).build();
            case DOUBLE_ZERO_CODE -> json(doubleZero(reply)).build();
            case MESSAGE_WITHOUT_SUCCESS -> json(wordless(reply)).build();
            case DOUBLE_ENCODED -> json(nested(reply)).build();
            default -> json(plain(reply)).build();
        };
    }

    private static ResponseDefinition page(int status, String heading) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html;charset=UTF-8")
                .withBody(PAGE.formatted(heading))
                .build();
    }

    private static ResponseDefinitionBuilder json(JsonNode body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(JSON.writeValueAsBytes(body));
    }

    private static ObjectNode plain(Reply reply) {
        ObjectNode body = JSON.createObjectNode();
        if (reply.session() != null) {
            body.put("session", reply.session());
        }
        body.put("error_code", reply.code().wire()).put("message", reply.message());
        addRows(body, reply.result());
        return body;
    }

    private static void addRows(ObjectNode body, @Nullable List<? extends JsonNode> rows) {
        if (rows != null) {
            body.putArray("result").addAll(rows);
        }
    }

    private static ObjectNode numeric(Reply reply) {
        return plain(reply).put("error_code", Integer.parseInt(reply.code().wire()));
    }

    private static ObjectNode doubleZero(Reply reply) {
        return reply.succeeded() ? plain(reply).put("error_code", "00") : plain(reply);
    }

    private static ObjectNode wordless(Reply reply) {
        return reply.succeeded() ? plain(reply).put("message", "OK") : plain(reply);
    }

    private static ObjectNode nested(Reply reply) {
        String text = JSON.writeValueAsString(plain(reply));
        return JSON.createObjectNode().put("error_code", reply.code().wire()).put("message", text);
    }
}
