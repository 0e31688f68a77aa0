package vn.lienthong.hub.national.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.lienthong.trust.Masks;

/**
 * The bytes of a call as staff may see them: what names no person stays, of every other text only the shape is left
 * (letters as x or X, digits as 9), and of a secret nothing. Fields that nobody has judged yet are masked.
 */
final class MaskedWire {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 64 * 1024;

    private static final Set<String> SECRET = Set.of("session", "password");

    /** Codes, times, statuses and what the portal says of itself. */
    private static final Set<String> PLAIN = Set.of(
            "service",
            "madonvi",
            "mahoso",
            "isUpdating",
            "error_code",
            "message",
            "MaHoSo",
            "MaTTHC",
            "TenTTHC",
            "MaLinhVuc",
            "TenLinhVuc",
            "MaDonVi",
            "DonViXuLy",
            "KenhThucHien",
            "NoiNopHoSo",
            "LoaiDoiTuong",
            "LoaiDinhDanh",
            "HinhThuc",
            "TrangThaiHoSo",
            "TrangThai",
            "ThoiDiemXuLy",
            "NgayNopHoSo",
            "NgayTiepNhan",
            "NgayHenTra",
            "NgayTra",
            "NgayKetThucXuLy",
            "NgayTuChoi",
            "NgayBatDau",
            "NgayKetThucTheoQuyDinh",
            "HoSoCoThanhPhanSoHoa",
            "MaThanhPhanHoSo",
            "MaGiayToKetQua",
            "DuocSoHoa",
            "IsDeleted",
            "MaPhiLePhi",
            "Gia",
            "code",
            "value",
            "IDHoSo",
            "IdHoSo",
            "idHoSo",
            "maHoSo",
            "MaDonViTiepNhan",
            "NgayNop",
            "LoaiBan",
            "sha256",
            "TrangThaiThanhToan");

    private MaskedWire() {}

    static String of(byte[] bytes) {
        String text = masked(bytes);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    static JsonNode of(JsonNode tree) {
        return masked("", tree.deepCopy());
    }

    private static String masked(byte[] bytes) {
        try {
            return masked("", JSON.readTree(bytes)).toString();
        } catch (JacksonException notJson) {
            return Masks.shape(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static JsonNode masked(String field, JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.propertyNames().stream().toList().forEach(name -> object.set(name, masked(name, object.get(name))));
            return object;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode all = JSON.createArrayNode();
            array.forEach(element -> all.add(masked(field, element)));
            return all;
        }
        if (value.isNull() || value.isBoolean()) {
            return value;
        }
        return StringNode.valueOf(masked(field, value.asString()));
    }

    /** A relay puts its whole answer into {@code message}: what looks like a document is none of the portal's words. */
    private static String masked(String field, String text) {
        if (SECRET.contains(field)) {
            return "***";
        }
        return PLAIN.contains(field) && !text.startsWith("{") ? text : Masks.shape(text);
    }
}
