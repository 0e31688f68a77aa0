package vn.lienthong.hub.national.sync;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.content.Sha256;

/** A dossier's record as it is told, and the hash by which a change is seen. */
record Details(ObjectNode record, String hash) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STATUS = "TrangThaiHoSo";

    /** The status travels as steps: a change of status alone is no change of details. */
    static Details of(ObjectNode record) {
        return new Details(record, hash(record.deepCopy().without(STATUS)));
    }

    /** As it leaves; what only then gets its final form counts for nothing in the hash. */
    byte[] bytes(UnaryOperator<ObjectNode> leaving) {
        return JSON.writeValueAsBytes(leaving.apply(record));
    }

    /** Fields of ours that the portal answers with another value; what it does not answer cannot be compared. */
    List<String> unlike(Map<String, String> answered) {
        return answered.entrySet().stream()
                .filter(field -> !field.getKey().equals(STATUS) && record.has(field.getKey()))
                .filter(field -> !Objects.equals(record.path(field.getKey()).asString(""), field.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String hash(ObjectNode record) {
        return HexFormat.of().formatHex(Sha256.of(record.toString()), 0, 16);
    }
}
