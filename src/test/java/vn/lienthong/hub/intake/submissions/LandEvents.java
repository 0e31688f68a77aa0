package vn.lienthong.hub.intake.submissions;

/** What the land system pushes when a dossier was accepted. */
final class LandEvents {

    private LandEvents() {}

    static String accepted(String code) {
        return accepted(code, "QT-01");
    }

    static String accepted(String code, String process) {
        return """
                {"SoBienNhan":"%s","NguoiTiepNhan":"Cán bộ Thử","NgayTiepNhan":"24/08/2026 09:15:00",
                 "NgayHenTra":"14/09/2026 09:15:00",
                 "ThongTinNguoiNopDon":{"HoTen":"TRẦN VĂN THỬ","SoChungMinh":"014090000001",
                   "DiaChiChiTiet":"Số 1 đường Mẫu","SoDienThoai":"0900000001","Email":""},
                 "ThongTinQuyTrinh":{"MaQuyTrinh":"%s","TenQuyTrinh":"Đăng ký biến động"}}
                """.formatted(code, process);
    }
}
