package vn.lienthong.standin;

import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.standin.fault.FaultMode;
import vn.lienthong.standin.protocol.Envelope;
import vn.lienthong.standin.protocol.Reply;

/** One call as it came and what it got; shown with everything personal or secret masked. */
record Call(Instant at, String service, byte[] body, FaultMode fault, Reply reply) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The only texts shown: none of them says anything about a person. */
    private static final Set<String> SHOWN = Set.of(
            "service",
            "madonvi",
            "isUpdating",
            "mahoso",
            "maTTHC",
            "MaHoSo",
            "MaTTHC",
            "TenTTHC",
            "MaLinhVuc",
            "KenhThucHien",
            "LoaiDoiTuong",
            "NgayNopHoSo",
            "NgayTiepNhan",
            "NgayHenTra",
            "TrangThaiHoSo",
            "NgayTra",
            "HinhThuc",
            "NgayKetThucXuLy",
            "NgayTuChoi",
            "DonViXuLy",
            "ThoiDiemXuLy",
            "PhongBanXuLy",
            "TrangThai",
            "NgayBatDau",
            "NgayKetThucTheoQuyDinh",
            "LoaiDinhDanh");

    JsonNode shown() {
        ObjectNode shown = JSON.createObjectNode();
        shown.put("at", at.toString()).put("service", service).putPOJO("fault", fault);
        shown.put("errorCode", reply.code().wire()).put("message", reply.message());
        shown.set("body", masked("", Envelope.read(body).body()));
        return shown;
    }

    private static JsonNode masked(String name, JsonNode node) {
        if (node.isObject()) {
            ObjectNode masked = JSON.createObjectNode();
            node.properties().forEach(field -> masked.set(field.getKey(), masked(field.getKey(), field.getValue())));
            return masked;
        }
        if (node.isArray()) {
            ArrayNode masked = JSON.createArrayNode();
            node.forEach(item -> masked.add(masked(name, item)));
            return masked;
        }
        boolean open = SHOWN.contains(name) || node.asString("").isEmpty();
        return open ? node : JSON.getNodeFactory().stringNode("***");
    }
}
