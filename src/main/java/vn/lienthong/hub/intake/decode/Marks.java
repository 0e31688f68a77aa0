package vn.lienthong.hub.intake.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * What a decoder writes into a record beside its data: its row, and why it cannot be decoded. The names begin with
 * {@code #}, which no XML name and no column of ours does; they travel with the record when it is stored.
 */
public final class Marks {

    private static final String ROW = "#row";
    private static final String UNDECODABLE = "#undecodable";

    private Marks() {}

    /** The number of the line or row the record came from, or 0. */
    public static int row(JsonNode record) {
        return record.path(ROW).asInt(0);
    }

    /** Why the record cannot be decoded; empty when it can. */
    public static List<Reason> undecodable(JsonNode record) {
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode mark : record.path(UNDECODABLE)) {
            TreeMap<String, String> params = new TreeMap<>();
            mark.path("params")
                    .properties()
                    .forEach(
                            param -> params.put(param.getKey(), param.getValue().asString()));
            reasons.add(
                    new Reason(mark.path("rule").asString(), mark.path("field").stringValue(null), null, params));
        }
        return reasons;
    }

    static ObjectNode undecodable(List<Reason> reasons) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        ArrayNode marks = record.putArray(UNDECODABLE);
        for (Reason reason : reasons) {
            ObjectNode mark = marks.addObject().put("rule", reason.rule());
            if (reason.field() != null) {
                mark.put("field", reason.field());
            }
            ObjectNode params = mark.putObject("params");
            reason.params().forEach(params::put);
        }
        return record;
    }

    static ObjectNode row(ObjectNode record, long row) {
        return record.put(ROW, row);
    }
}
