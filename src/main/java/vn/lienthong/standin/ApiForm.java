package vn.lienthong.standin;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records of the API of 2026 in the form in which all doors keep them. */
final class ApiForm {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ApiForm() {}

    /** Filed or received, as its dates say; every later status comes as a step. */
    static ObjectNode dossier(ObjectNode sent) {
        String received = digits(sent, "NgayTiepNhan");
        ObjectNode kept = JSON.createObjectNode()
                .put("MaHoSo", text(sent, "MaHoSo"))
                .put("MaTTHC", text(sent, "MaTTHC"))
                .put("ChuHoSo", text(sent, "ChuHoSo"))
                .put("NgayNopHoSo", digits(sent, "NgayNop"))
                .put("NgayTiepNhan", received)
                .put("TrangThaiHoSo", received.isEmpty() ? "1" : "2");
        kept.set("NoiHoSo", sent);
        return kept;
    }

    static ObjectNode step(ObjectNode sent) {
        return JSON.createObjectNode()
                .put("MaHoSo", text(sent, "MaHoSo"))
                .put("NguoiXuLy", text(sent, "NguoiXuLy"))
                .put("ThoiDiemXuLy", digits(sent, "ThoiDiemXuLy"))
                .put("PhongBanXuLy", text(sent, "PhongBanXuLy"))
                .put("NoiDungXuLy", text(sent, "NoiDungXuLy"))
                .put("TrangThai", text(sent, "TrangThai"));
    }

    /** To the second, as the other doors write times. */
    private static String digits(ObjectNode sent, String field) {
        String digits = text(sent, field).replaceAll("\\D", "");
        return digits.length() > 14 ? digits.substring(0, 14) : digits;
    }

    private static String text(ObjectNode sent, String field) {
        return sent.path(field).asString("");
    }
}
