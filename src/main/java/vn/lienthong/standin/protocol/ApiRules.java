package vn.lienthong.standin.protocol;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The strict checks of the API of 2026; what it requires is not published, so this is what its known caller sends. */
public final class ApiRules {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]\\d{2}(\\.\\d+)*-\\d{8}-\\d{7}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
    private static final Pattern IDENTITY = Pattern.compile("\\d{12}|\\d{9}");
    private static final Set<Integer> WITH_LISTS = Set.of(5, 6, 9);

    private final BiPredicate<String, String> holds;
    private final UnaryOperator<String> ids;

    /** {@code holds} tells whether a file of this id and hash was sent, {@code ids} the portal's id of a dossier. */
    public ApiRules(BiPredicate<String, String> holds, UnaryOperator<String> ids) {
        this.holds = holds;
        this.ids = ids;
    }

    public RecordRules ofDossiers() {
        return dossier -> {
            Fields.required(dossier, "MaHoSo", "MaTTHC", "ChuHoSo", "MaDonViTiepNhan");
            Fields.matches(NUMBER, dossier, "MaHoSo", "phải do GetNextValue cấp");
            Fields.matches(DATE, dossier, "NgayNop", "phải theo yyyy-MM-dd HH:mm:ss");
            Fields.matches(DATE, dossier, "NgayTiepNhan", "phải theo yyyy-MM-dd HH:mm:ss");
            number(dossier, "LoaiDoiTuong", 0, 2);
            number(dossier.path("ThongTinNguoiNop"), "LoaiDoiTuong", 0, 2);
            identity(dossier.at("/ThongTinNguoiNop/ThongTinChiTiet"));
            dossier.path("ThanhPhanHoSo").forEach(this::paper);
        };
    }

    private static void identity(JsonNode filer) {
        Fields.required(filer, "TenNguoiNop");
        Fields.matches(IDENTITY, filer, "SoDinhDanh", "phải có 12 hoặc 9 chữ số");
        if (Fields.text(filer, "SoDinhDanh").equals("000000001")) {
            throw Refusal.badField("SoDinhDanh", "là số giữ chỗ, không phải giấy tờ thật");
        }
    }

    private void paper(JsonNode paper) {
        if (paper.has("LoaiBan")) {
            number(paper, "LoaiBan", 0, 2);
        }
        paper.path("GiayToDinhKem").forEach(file -> sent(file, "IdGiayTo"));
    }

    private void sent(JsonNode file, String field) {
        if (!holds.test(Fields.text(file, field), Fields.text(file, "HashTepTin"))) {
            throw Refusal.badField(field, "không phải tệp đã tải lên");
        }
    }

    public RecordRules ofSteps() {
        return step -> {
            Fields.required(step, "MaHoSo", "NguoiXuLy", "ThoiDiemXuLy", "NoiDungXuLy");
            Fields.matches(MOMENT, step, "ThoiDiemXuLy", "phải theo yyyy-MM-ddTHH:mm:ss.fff");
            Fields.atMost(50, step, "NguoiXuLy");
            number(step, "TrangThai", 1, 10);
            own(step, "IDHoSo");
        };
    }

    public RecordRules ofStatuses() {
        return status -> {
            Fields.required(status, "MaHoSo", "NoiDungXuLy");
            number(status, "TrangThai", 1, 10);
            own(status, "IdHoSo");
            boolean lists = status.has("DanhSachLePhi") || status.has("DanhSachGiayToKetQua");
            if (lists && !WITH_LISTS.contains(status.path("TrangThai").asInt())) {
                throw Refusal.badField("DanhSachGiayToKetQua", "chỉ có ở trạng thái 5, 6, 9");
            }
            status.path("DanhSachGiayToKetQua").forEach(file -> sent(file, "GiayToId"));
        };
    }

    private void own(ObjectNode record, String field) {
        String given = Fields.text(record, field);
        if (!given.isEmpty() && !given.equals(ids.apply(Fields.text(record, "MaHoSo")))) {
            throw Refusal.badField(field, "không phải của hồ sơ này");
        }
    }

    private static void number(JsonNode record, String field, int least, int most) {
        JsonNode value = record.path(field);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw Refusal.badField(field, "phải là số từ %d đến %d".formatted(least, most));
        }
    }
}
