package vn.lienthong.hub.notify.slips;

import static vn.lienthong.hub.notify.slips.Words.DOTS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.procedure.Procedure;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Party;
import vn.lienthong.hub.dossier.DossierFacts.ReturnMethod;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.DueSource;
import vn.lienthong.hub.dossier.EventView;

/** The fields of a form under the names that the real forms use (life-cycle reference, section 5). */
@Component
class SlipFields {

    private final Procedures procedures;
    private final Offices offices;
    private final Links links;

    SlipFields(Procedures procedures, Offices offices, Links links) {
        this.procedures = procedures;
        this.offices = offices;
        this.links = links;
    }

    Map<String, Object> of(Sheet sheet) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Offices.Office office = offices.of(sheet.dossier().agencyId(), Words.dayOf(sheet.dated()));
        head(fields, sheet, office);
        parties(fields, sheet);
        matter(fields, sheet);
        times(fields, sheet);
        people(fields, sheet);
        switch (sheet.form()) {
            case SUPPLEMENT -> supplement(fields, sheet);
            case EXTENSION -> extension(fields, sheet);
            case STOP -> stop(fields, sheet);
            case CONTROL -> fields.put("quaTrinh", Progress.rows(sheet));
            case RECEIPT, REFUSAL, REGISTER -> fields.put("lyDoTuChoi", Words.or(sheet.reason()));
        }
        return fields;
    }

    private void head(Map<String, Object> fields, Sheet sheet, Offices.Office office) {
        String code = sheet.dossier().code();
        letterhead(fields, office, sheet.dated());
        fields.put("tenPhieu", sheet.form().title());
        fields.put("maHoSo", Words.clean(code));
        fields.put("donViTiepNhan", Words.or(office.name()));
        fields.put("coQuanGiaiQuyet", Words.or(office.name()));
        fields.put("coQuanPhoiHop", DOTS);
        fields.put("linkTraCuu", links.tracking(code).orElse(DOTS));
        fields.put("qrPhieu", QrCodes.image(code + ";" + sheet.form().number() + ";" + sheet.dated()));
        links.tracking(code).ifPresent(link -> fields.put("qrTraCuu", QrCodes.image(link)));
    }

    /** What every form has in common; also the register's. */
    static void letterhead(Map<String, Object> fields, Offices.Office office, Instant dated) {
        fields.put("tieuDeTrai1", Words.upper(office.superior()));
        fields.put("tieuDeTrai2", Words.upper(office.name()));
        fields.put("soPhieu", Words.FEW_DOTS);
        fields.put("diaDanhNgayThang", Words.placed(office.place(), dated));
        fields.put("soDienThoaiDonVi", Words.or(office.phone()));
        OfficeFile.Signer signer = office.signer();
        fields.put("chucVuNguoiKy", signer == null ? DOTS : Words.upper(signer.title()));
        fields.put("nguoiKy", signer == null ? DOTS : Words.or(signer.name()));
    }

    /** Submitter and owner may be different persons; an owner nobody told of stays open. */
    private static void parties(Map<String, Object> fields, Sheet sheet) {
        DossierFacts facts = sheet.dossier().facts();
        Party applicant = facts == null ? null : facts.applicant();
        Party owner = facts == null ? null : facts.owner();
        Party addressee = owner == null ? applicant : owner;
        fields.put("tenNguoiNop", Words.or(applicant == null ? null : applicant.name()));
        fields.put("nguoiNopHoSo", fields.get("tenNguoiNop"));
        fields.put("diaChiNguoiNop", Words.or(applicant == null ? null : applicant.address()));
        fields.put("soDienThoaiNguoiNop", Words.or(applicant == null ? null : applicant.phone()));
        fields.put("emailNguoiNop", Words.or(applicant == null ? null : applicant.email()));
        fields.put("soGiayToNguoiNop", Words.identity(applicant));
        fields.put("chuHoSo", Words.or(owner == null ? null : owner.name()));
        fields.put("diaChiChuHoSo", Words.or(owner == null ? null : owner.address()));
        fields.put("nguoiNhanPhieu", Words.or(addressee == null ? null : addressee.name()));
        fields.put("soDienThoai", Words.or(addressee == null ? null : addressee.phone()));
        fields.put("email", Words.or(addressee == null ? null : addressee.email()));
        fields.put("soGiayTo", Words.identity(addressee));
        fields.put("kenhThucHien", Words.channel(facts == null ? null : facts.channel()));
    }

    private void matter(Map<String, Object> fields, Sheet sheet) {
        DossierFacts facts = sheet.dossier().facts();
        Procedure procedure = procedure(sheet.dossier());
        fields.put("tenThuTuc", Words.or(procedure == null ? null : procedure.name()));
        fields.put("trichYeuHoSo", Words.or(facts == null ? null : facts.summary()));
        fields.put("thanhPhanHoSos", facts == null ? List.of() : papers(facts.components()));
        fields.put("soBoHoSo", Words.FEW_DOTS);
        fields.put("thoiHanXuLyHoSo", Words.limit(procedure));
        fields.put("nhanKetQuaTai", returned(facts == null ? null : facts.returnMethod(), fields));
    }

    private static void times(Map<String, Object> fields, Sheet sheet) {
        DossierView dossier = sheet.dossier();
        DossierFacts facts = dossier.facts();
        fields.put("ngayTiepNhan", Words.moment(dossier.receivedAt()));
        fields.put(
                "ngayHenTra",
                dossier.dueSource() == DueSource.NONE_NEEDED ? "không quy định" : Words.moment(sheet.promised()));
        fields.put("thoiGianNop", Words.moment(facts == null ? null : facts.submittedAt()));
    }

    private static void people(Map<String, Object> fields, Sheet sheet) {
        String officer = Words.or(sheet.cause().map(EventView::officer).orElse(null));
        fields.put("nguoiTiepNhan", officer);
        fields.put("nguoiHuongDan", officer);
        fields.put("nguoiTuChoi", officer);
    }

    private static void supplement(Map<String, Object> fields, Sheet sheet) {
        boolean received = sheet.reached(DossierStatus.ACCEPTED).isPresent();
        fields.put("giaiDoan", received ? "trong quá trình giải quyết" : "trước khi tiếp nhận");
        fields.put(
                "lyDoBoSung",
                Words.or(sheet.reason())
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private static void extension(Map<String, Object> fields, Sheet sheet) {
        fields.put("lyDoChamTre", Words.or(sheet.reason()));
        fields.put(
                "ngayHenTraMoi",
                sheet.entry()
                        .map(entry -> entry.words().newDueAt())
                        .map(due -> Words.moment(due.toInstant()))
                        .orElse(DOTS));
        fields.put("lanGiaHan", Integer.toString(sheet.entries().size()));
    }

    private static void stop(Map<String, Object> fields, Sheet sheet) {
        fields.put("lyDoDung", Words.or(sheet.reason()));
        fields.put(
                "thoiDiemDung",
                Words.moment(sheet.cause().map(EventView::orderAt).orElse(null)));
        fields.put(
                "ketLuanPhi",
                sheet.entry()
                        .map(entry -> entry.words().feeConclusion())
                        .map(Words::clean)
                        .orElse("không phát sinh phí, lệ phí."));
    }

    private @Nullable Procedure procedure(DossierView dossier) {
        String code = dossier.procedureCode();
        Long version = dossier.procedureVersion();
        return code == null || version == null
                ? null
                : procedures.find(code, version).orElse(null);
    }

    private static Object returned(@Nullable ReturnMethod method, Map<String, Object> fields) {
        return switch (method) {
            case null -> DOTS;
            case DESK -> fields.getOrDefault("donViTiepNhan", DOTS);
            case POST -> "qua dịch vụ bưu chính công ích";
        };
    }

    private static List<Map<String, Object>> papers(List<DossierFacts.Component> components) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DossierFacts.Component paper : components) {
            rows.add(Map.of(
                    "index", Integer.toString(rows.size() + 1),
                    "ten", Words.or(paper.name()),
                    "soBanChinh", count(paper.originals()),
                    "nhanBanGiay", "",
                    "soBanSao", count(paper.copies())));
        }
        return rows;
    }

    private static String count(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
