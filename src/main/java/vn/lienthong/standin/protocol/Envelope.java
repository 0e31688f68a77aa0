package vn.lienthong.standin.protocol;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** One call's body; a body that is no JSON object still makes an envelope, whose every field is missing. */
public record Envelope(JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Envelope read(byte[] bytes) {
        return new Envelope(tree(bytes));
    }

    /** Wraps the bare array a relay sends, whose service and mode stand in the address. */
    public static Envelope wrap(byte[] bareArray, String service, String unit, String updating) {
        ObjectNode body = JSON.createObjectNode();
        body.put("service", service).put("madonvi", unit).put("isUpdating", updating);
        body.set("data", tree(bareArray));
        return new Envelope(body);
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }

    public String service() {
        return body.path("service").asString("");
    }

    public String unit() {
        return body.path("madonvi").asString("");
    }

    public void checkReadable() {
        if (!body.isObject()) {
            throw new Refusal(ErrorCode.BAD_FIELD, "Nội dung không phải là một đối tượng JSON");
        }
    }

    /** The text of a field that must be a non-empty JSON string. */
    public String text(String field) {
        JsonNode value = body.path(field);
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw Refusal.badField(field, "bắt buộc và phải là chuỗi");
        }
        return value.stringValue();
    }

    /** {@code "True"}, {@code "true"} and {@code true} are all in use among the portal's callers. */
    public boolean updating() {
        String value = body.path("isUpdating").asString("");
        if (value.equalsIgnoreCase("true")) {
            return true;
        }
        if (value.equalsIgnoreCase("false")) {
            return false;
        }
        throw Refusal.badField("isUpdating", "phải là \"True\" hoặc \"False\"");
    }

    public List<ObjectNode> records() {
        JsonNode sent = body.path("data");
        if (!sent.isArray() || sent.isEmpty()) {
            throw Refusal.badField("data", "phải là mảng có ít nhất một phần tử");
        }
        List<ObjectNode> records = new ArrayList<>(sent.size());
        for (JsonNode record : sent) {
            if (!(record instanceof ObjectNode object)) {
                throw Refusal.badField("data", "chỉ chứa các đối tượng");
            }
            records.add(object);
        }
        return records;
    }
}
