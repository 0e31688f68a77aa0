package vn.lienthong.hub.intake.envelope;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.RunningHub;

/** The national portal as it calls the hub: it logs in, then calls services with its session. */
public final class PortalCaller {

    /** The sender whose filings the portal pushes. */
    public static final String ID = "national-filings";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String AT = "/envelope/" + ID + "/mapi/";

    private final HubClient http;
    private final String password;
    private String session = "";

    public PortalCaller(RunningHub hub) {
        this.http = hub.anonymous();
        this.password = hub.as(ID).key();
    }

    public JsonNode logsIn() {
        return logsIn(ID, password);
    }

    public JsonNode logsIn(String name, String secret) {
        JsonNode answer = http.posts(
                        AT + "login", JSON.writeValueAsString(Map.of("username", name, "password", secret)))
                .is(200)
                .json();
        session = answer.path("session").asString("");
        return answer;
    }

    /** Tells one record; logged in before, when it was not yet. */
    public JsonNode tells(String service, Map<String, ?> record) {
        return calls(service, Map.of("isUpdating", "False", "data", List.of(record)));
    }

    public JsonNode calls(String service, Map<String, ?> more) {
        if (session.isEmpty()) {
            logsIn();
        }
        return calls(session, service, more);
    }

    public JsonNode calls(String withSession, String service, Map<String, ?> more) {
        Map<String, Object> envelope = new TreeMap<>(more);
        envelope.put("session", withSession);
        envelope.put("madonvi", "000.00.00.H52");
        envelope.put("service", service);
        return http.posts(AT + "g", JSON.writeValueAsString(envelope)).is(200).json();
    }

    public JsonNode says(String raw) {
        return http.posts(AT + "g", raw).is(200).json();
    }

    public String session() {
        return session;
    }

    /** A new dossier as a citizen filed it. */
    public static Map<String, Object> filed(String code) {
        Map<String, Object> record = new TreeMap<>();
        record.putAll(Map.of(
                "MaHoSo", code,
                "MaTTHC", "1.004889",
                "KenhThucHien", "2",
                "ChuHoSo", "NGUYỄN THỊ MẪU",
                "LoaiDoiTuong", "1",
                "SoDienThoai", "0900000001",
                "TrichYeuHoSo", "Đề nghị công nhận văn bằng",
                "NgayNopHoSo", "20261105084500",
                "TrangThaiHoSo", "1",
                "HinhThuc", "0"));
        record.put("DonViXuLy", "Sở Giáo dục và Đào tạo");
        record.put("DinhDanhCHS", List.of(Map.of("LoaiDinhDanh", "1", "SoDinhDanh", "014190000001")));
        record.put("TaiLieuNop", List.of(paper("bang-tot-nghiep.pdf", 1)));
        record.put("DanhSachLePhi", List.of(fee("0")));
        return record;
    }

    public static Map<String, Object> changed(Map<String, Object> record, String field, Object value) {
        Map<String, Object> changed = new TreeMap<>(record);
        changed.put(field, value);
        return changed;
    }

    public static Map<String, String> paper(String name, int number) {
        return Map.of(
                "TenTepDinhKem",
                name,
                "IsDeleted",
                "False",
                "DuongDanTaiTepTin",
                "https://dvc.example/tai/" + number + ".pdf");
    }

    public static Map<String, String> fee(String paid) {
        return Map.of("TenPhiLePhi", "Lệ phí", "MaPhiLePhi", "1", "Gia", "250000", "TrangThaiThanhToan", paid);
    }

    public static Map<String, String> step(String code, String status, String at, String words) {
        return Map.of(
                "MaHoSo", code,
                "NguoiXuLy", "NGUYỄN THỊ MẪU",
                "ThoiDiemXuLy", at,
                "NoiDungXuLy", words,
                "TrangThai", status);
    }
}
