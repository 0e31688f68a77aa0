package vn.lienthong.hub.national.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.NeighbourQuestions;
import vn.lienthong.hub.national.portal.Request;

/** Answers {@code TraCuuHoSo}: a non-empty {@code result} means that the dossier is known. */
@Component
class Lookup implements NeighbourQuestions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_CODE = 100;
    private static final String NEIGHBOUR = "national";
    private static final String SUCCESS = "0";

    /** The code the reference proposes for a missing or bad field; the portal's own are not published. */
    private static final String BAD_FIELD = "-2";

    private final Dossiers dossiers;
    private final TrueRecord records;

    Lookup(Dossiers dossiers, TrueRecord records) {
        this.dossiers = dossiers;
        this.records = records;
    }

    @Override
    public String neighbour() {
        return NEIGHBOUR;
    }

    @Override
    public String service() {
        return Request.LOOK_UP;
    }

    @Override
    public String answer(byte[] call) {
        return told(call).toString();
    }

    ObjectNode told(byte @Nullable [] call) {
        JsonNode envelope = read(call);
        String service = envelope.path("service").asString("");
        String code = envelope.path("mahoso").asString("").strip();
        if (!envelope.isObject()) {
            return refused("Không đọc được lời gọi");
        }
        if (!service.equals(Request.LOOK_UP)) {
            return refused("Dịch vụ không được hỗ trợ: trường service phải là " + Request.LOOK_UP);
        }
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            return refused("Trường mahoso phải có từ 1 đến %d ký tự".formatted(LONGEST_CODE));
        }
        return found(dossiers.byCode(code).stream().toList());
    }

    private static JsonNode read(byte @Nullable [] call) {
        try {
            return call == null || call.length == 0 ? JSON.missingNode() : JSON.readTree(call);
        } catch (JacksonException unreadable) {
            return JSON.missingNode();
        }
    }

    private ObjectNode found(List<DossierView> found) {
        ObjectNode answer = envelope(SUCCESS, found.isEmpty() ? "Không tìm thấy hồ sơ" : "Thành công");
        found.forEach(dossier -> answer.withArray("result").add(records.of(dossier)));
        return answer;
    }

    private static ObjectNode refused(String words) {
        return envelope(BAD_FIELD, words);
    }

    private static ObjectNode envelope(String code, String message) {
        ObjectNode answer = JSON.createObjectNode().put("error_code", code).put("message", message);
        answer.putArray("result");
        return answer;
    }
}
