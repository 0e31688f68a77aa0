package vn.lienthong.standin;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sound records to start a test from. */
final class Records {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Records() {}

    static ObjectNode dossier(String code) {
        ObjectNode dossier = JSON.createObjectNode();
        dossier.put("MaHoSo", code).put("MaTTHC", "1.004889").put("TenTTHC", "Thủ tục mẫu");
        dossier.put("KenhThucHien", "2").put("ChuHoSo", "NGUYỄN THỊ MẪU").put("LoaiDoiTuong", "1");
        dossier.put("SoDienThoai", "0900000001").put("TrichYeuHoSo", "Đề nghị công nhận văn bằng");
        dossier.put("NgayTiepNhan", "20260824091500").put("NgayHenTra", "").put("TrangThaiHoSo", "2");
        dossier.put("HinhThuc", "0").put("DonViXuLy", "Sở Giáo dục và Đào tạo");
        ObjectNode identity = dossier.putArray("DinhDanhCHS").addObject();
        identity.put("LoaiDinhDanh", "1").put("SoDinhDanh", "038190000001");
        dossier.putArray("TaiLieuNop");
        return dossier;
    }

    static ObjectNode step(String code, String status, String time) {
        ObjectNode step = JSON.createObjectNode();
        step.put("MaHoSo", code).put("NguoiXuLy", "Lê Văn Thử").put("ChucDanh", "Chuyên viên");
        step.put("ThoiDiemXuLy", time).put("PhongBanXuLy", "Phòng Mẫu").put("NoiDungXuLy", "Thẩm định hồ sơ");
        step.put("TrangThai", status).put("NgayBatDau", time).put("NgayKetThucTheoQuyDinh", "");
        return step;
    }
}
