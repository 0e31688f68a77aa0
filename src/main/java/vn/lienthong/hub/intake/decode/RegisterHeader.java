package vn.lienthong.hub.intake.decode;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.reason.Reason;

/** The columns of a register; a row that holds only a group's name gives it to the rows below. */
final class RegisterHeader {

    private final List<String> columns;
    private final @Nullable String carried;
    private @Nullable String group;

    private RegisterHeader(List<String> columns, @Nullable String carried) {
        this.columns = columns;
        this.carried = carried;
    }

    static RegisterHeader of(List<String> cells, DecodeSettings settings) throws Fault {
        List<String> columns = names(cells);
        Set<String> seen = new HashSet<>();
        for (String name : columns) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new Fault(Reason.of(Rules.DUPLICATE_KEY, name, null));
            }
        }
        for (String required : settings.requiredColumns()) {
            if (!seen.contains(required)) {
                throw new Fault(Reason.of(Rules.MISSING_COLUMN, required, null));
            }
        }
        return new RegisterHeader(columns, settings.carryDown());
    }

    static List<String> names(List<String> cells) {
        return cells.stream()
                .map(name -> Normalizer.normalize(name.strip(), Normalizer.Form.NFC))
                .toList();
    }

    int size() {
        return columns.size();
    }

    boolean unlike(int cells) {
        return cells != columns.size();
    }

    /** The row as a record; none when it only names a group. */
    @Nullable
    JsonNode record(List<String> cells, long row) {
        ObjectNode record = Marks.row(JsonNodeFactory.instance.objectNode(), row);
        int filled = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                record.put(columns.get(i), cells.get(i));
                filled++;
            }
        }
        return carriedDown(record, filled);
    }

    private @Nullable JsonNode carriedDown(ObjectNode record, int filled) {
        if (carried == null) {
            return record;
        }
        String own = record.path(carried).stringValue(null);
        if (own != null) {
            group = own;
            return filled == 1 ? null : record;
        }
        return group == null ? record : record.put(carried, group);
    }

    JsonNode refused(int cells, long row) {
        return broken(
                Reason.of(Rules.CELLS_UNLIKE_HEADER)
                        .with("cells", Integer.toString(cells))
                        .with("columns", Integer.toString(columns.size())),
                row);
    }

    static JsonNode broken(Reason reason, long row) {
        Reason inRow = new Reason(reason.rule(), "#" + row, null, reason.params());
        return Marks.row(Marks.undecodable(List.of(inRow)), row);
    }
}
