package vn.lienthong.standin;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.standin.store.DossierView;
import vn.lienthong.standin.store.Place;
import vn.lienthong.standin.store.StoredStep;

/** A stored dossier as JSON: as the portal answers it, as a whole, or in one line. */
final class DossierJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> ANSWERED = List.of("MaHoSo", "MaTTHC", "NgayTiepNhan", "NgayHenTra");

    private static final String SOMEBODY_ELSES = "000.00.00.H52-260101-9999";

    private DossierJson() {}

    /** What {@code TraCuuHoSo} answers; that the real portal answers the steps too is assumed. */
    static ObjectNode answer(DossierView dossier, Function<Place, byte[]> json) {
        ObjectNode answer = object(json.apply(dossier.place())).retain(ANSWERED);
        answer.put("MaDonVi", dossier.unit()).put("TrangThaiHoSo", dossier.status());
        var steps = answer.putArray("TienDo");
        dossier.steps()
                .forEach(step -> steps.add(object(json.apply(step.place())).without("MaHoSo")));
        return answer;
    }

    /** The same answers under the code of a dossier that nobody asked about. */
    static List<ObjectNode> misnamed(List<? extends JsonNode> answers) {
        return answers.stream()
                .map(answer -> ((ObjectNode) answer.deepCopy()).put("MaHoSo", SOMEBODY_ELSES))
                .toList();
    }

    static ObjectNode full(DossierView dossier, Function<Place, byte[]> json) {
        ObjectNode full = line(dossier);
        full.put("unit", dossier.unit())
                .put("versions", dossier.versions())
                .set("dossier", object(json.apply(dossier.place())));
        for (int i = 0; i < dossier.steps().size(); i++) {
            ObjectNode step = (ObjectNode) full.path("steps").path(i);
            step.set("step", object(json.apply(dossier.steps().get(i).place())));
        }
        return full;
    }

    static ObjectNode line(DossierView dossier) {
        ObjectNode line = JSON.createObjectNode();
        line.put("code", dossier.code()).put("arrival", dossier.arrival()).put("status", dossier.status());
        var steps = line.putArray("steps");
        dossier.steps().forEach(step -> steps.add(line(step)));
        return line;
    }

    private static ObjectNode line(StoredStep step) {
        return JSON.createObjectNode()
                .put("arrival", step.arrival())
                .put("status", step.status())
                .put("time", step.time())
                .put("content", HexFormat.of().toHexDigits(step.content()));
    }

    private static ObjectNode object(byte[] json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
