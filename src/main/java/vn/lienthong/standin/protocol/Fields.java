package vn.lienthong.standin.protocol;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The checks the portal's records are made of; a null field counts as absent. */
final class Fields {

    private static final Pattern DATE = Pattern.compile("\\d{14}|");
    private static final Pattern STATUS = Pattern.compile("[1-9]|10");

    /** The only values the protocol types as numbers. */
    private static final Set<String> NUMBERS = Set.of("SoLuong", "LoaiGiayTo", "HoSoBoSungId");

    private Fields() {}

    static void required(JsonNode record, String... fields) {
        for (String field : fields) {
            if (text(record, field).isEmpty()) {
                throw Refusal.badField(field, "bắt buộc");
            }
        }
    }

    static void atMost(int length, JsonNode record, String field) {
        String value = text(record, field);
        if (value.codePointCount(0, value.length()) > length) {
            throw Refusal.badField(field, "dài quá %d ký tự".formatted(length));
        }
    }

    static void dates(JsonNode record, String... fields) {
        for (String field : fields) {
            matches(DATE, record, field, "phải theo yyyyMMddHHmmss");
        }
    }

    static void status(JsonNode record, String field) {
        matches(STATUS, record, field, "phải từ 1 đến 10");
    }

    static void matches(Pattern pattern, JsonNode record, String field, String rule) {
        if (!absent(record, field) && !pattern.matcher(text(record, field)).matches()) {
            throw Refusal.badField(field, rule);
        }
    }

    /** Refuses numbers and booleans that the protocol writes as strings, at any depth. */
    static void onlyStrings(JsonNode node, String name) {
        if (node.isObject()) {
            node.properties().forEach(field -> onlyStrings(field.getValue(), field.getKey()));
        } else if (node.isArray()) {
            node.forEach(item -> onlyStrings(item, name));
        } else if (!node.isString() && !node.isNull() && !(node.isInt() && NUMBERS.contains(name))) {
            throw Refusal.badField(name, "phải là chuỗi JSON");
        }
    }

    static String text(JsonNode record, String field) {
        JsonNode value = record.path(field);
        if (value.isObject() || value.isArray()) {
            throw Refusal.badField(field, "phải là chuỗi JSON");
        }
        return value.asString("");
    }

    private static boolean absent(JsonNode record, String field) {
        return record.path(field).isMissingNode() || record.path(field).isNull();
    }
}
