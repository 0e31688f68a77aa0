package vn.lienthong.hub;

/** What the land system pushes in the life of a dossier. */
public final class LandSystem {

    public static final String ID = "land";

    private LandSystem() {}

    public static String accepted(String code) {
        return """
                {"SoBienNhan":"%s","NguoiTiepNhan":"Cán bộ Thử","NgayTiepNhan":"24/08/2026 09:15:00",
                 "NgayHenTra":"14/09/2026 09:15:00",
                 "ThongTinNguoiNopDon":{"HoTen":"TRẦN VĂN THỬ","SoChungMinh":"014090000001",
                   "DiaChiChiTiet":"Số 1 đường Mẫu","SoDienThoai":"0900000001","Email":"thu@mau.example"},
                 "ThongTinQuyTrinh":{"MaQuyTrinh":"QT-01","TenQuyTrinh":"Đăng ký biến động"}}
                """.formatted(code);
    }

    public static String processing(String code) {
        return """
                {"SoBienNhan":"%s","MaCanBoChuyen":"cb01","MaCanBoNhan":"cb02","MaTrangThai":"TT-17",
                 "LaTrangThaiChuyenLai":false,"NoiDungXuLy":"Chuyển thẩm định",
                 "NgayChuyen":"25/08/2026 08:00:00","HanXuLy":2.5,"DanhSachTapTin":[]}
                """.formatted(code);
    }
}
