package vn.lienthong.standin.protocol;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a dossier (HoSo) of {@code DongBoHoSoMC} must look like; lists may be empty, as the thinnest callers send. */
final class DossierRules implements RecordRules {

    private static final Pattern CHANNEL = Pattern.compile("[1-3]");
    private static final Pattern SUBJECT = Pattern.compile("[1-4]");
    private static final Pattern CITIZEN_ID = Pattern.compile("\\d{12}");
    private static final Pattern OLD_ID = Pattern.compile("\\d{9}");

    /** Newly filed, or refused at reception: there is no reception to date. */
    private static final Set<String> NOT_RECEIVED = Set.of("1", "3");

    /** One system sends it when the number is unknown. */
    private static final String PLACEHOLDER = "000000001";

    @Override
    public void check(ObjectNode dossier) {
        Fields.onlyStrings(dossier, "data");
        Fields.required(dossier, "MaHoSo", "MaTTHC", "TenTTHC", "LoaiDoiTuong", "TrichYeuHoSo");
        Fields.required(dossier, "TrangThaiHoSo", "HinhThuc", "DonViXuLy");
        if (!NOT_RECEIVED.contains(Fields.text(dossier, "TrangThaiHoSo"))) {
            Fields.required(dossier, "NgayTiepNhan");
        }
        Fields.atMost(1000, dossier, "TrichYeuHoSo");
        Fields.status(dossier, "TrangThaiHoSo");
        Fields.matches(CHANNEL, dossier, "KenhThucHien", "phải từ 1 đến 3");
        Fields.matches(SUBJECT, dossier, "LoaiDoiTuong", "phải từ 1 đến 4");
        Fields.dates(dossier, "NgayNopHoSo", "NgayTiepNhan", "NgayHenTra", "NgayTra");
        Fields.dates(dossier, "NgayKetThucXuLy", "NgayTuChoi");
        dossier.path("TaiLieuNop").forEach(file -> Fields.atMost(4000, file, "TenTepDinhKem"));
        dossier.path("DanhSachGiayToKetQua").forEach(paper -> Fields.atMost(2000, paper, "TenGiayTo"));
        dossier.path("DinhDanhCHS").forEach(DossierRules::checkIdentity);
    }

    private static void checkIdentity(JsonNode identity) {
        switch (Fields.text(identity, "LoaiDinhDanh")) {
            case "1" -> Fields.matches(CITIZEN_ID, identity, "SoDinhDanh", "loại 1 phải có 12 chữ số");
            case "2" -> Fields.matches(OLD_ID, identity, "SoDinhDanh", "loại 2 phải có 9 chữ số");
            default -> throw Refusal.badField("LoaiDinhDanh", "phải là 1 hoặc 2");
        }
        Fields.required(identity, "SoDinhDanh");
        if (Fields.text(identity, "SoDinhDanh").equals(PLACEHOLDER)) {
            throw Refusal.badField("SoDinhDanh", "là số giữ chỗ, không phải giấy tờ thật");
        }
    }
}
