package vn.lienthong.hub.national.payload;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Party;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.OutwardDossier;

/** Writes the dossier record {@code HoSo} of {@code DongBoHoSoMC}: every value a string, all five lists present. */
public final class HoSo {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Supplier<PayloadRules> rules;
    private final FileOffer files;
    private final Papers papers;

    public HoSo(Supplier<PayloadRules> rules, FileOffer files) {
        this.rules = rules;
        this.files = files;
        this.papers = new Papers(rules, files);
    }

    /** A record as it leaves now: with fresh links to the files we hold, which it only names until then. */
    public ObjectNode leaving(ObjectNode record, OutwardDossier dossier) {
        return files.leaving(record, dossier.id());
    }

    /** The record, or {@link NotSendable} naming every required field that is missing. */
    public ObjectNode of(OutwardDossier dossier, Served served, DossierStatus status) {
        var record = written(dossier, served, status);
        NotSendable.refuse(lacking(record, dossier, status), dossier.sender());
        return record;
    }

    /** What the record would lack; no status may be known yet. */
    public List<String> lacking(OutwardDossier dossier, Served served, @Nullable DossierStatus status) {
        return lacking(written(dossier, served, status), dossier, status);
    }

    private List<String> lacking(ObjectNode record, OutwardDossier dossier, @Nullable DossierStatus status) {
        return Stream.concat(
                        Identity.untrue(owner(Identity.known(dossier))),
                        rules.get().lacking(record, status))
                .toList();
    }

    private ObjectNode written(OutwardDossier dossier, Served served, @Nullable DossierStatus status) {
        var facts = Identity.known(dossier);
        var record = JSON.createObjectNode();
        identify(record, dossier, served);
        describe(record, facts, served);
        date(record, dossier, facts, status);
        own(record, facts);
        served.accountOf(facts).ifPresent(account -> record.put("MaDoiTuong", account));
        papers.addTo(record, facts);
        return record;
    }

    private static void identify(ObjectNode record, OutwardDossier dossier, Served served) {
        record.put("MaHoSo", dossier.code());
        var procedure = served.procedure();
        if (procedure != null) {
            record.put("MaTTHC", procedure.code()).put("TenTTHC", text(procedure.name()));
            record.put("MaLinhVuc", text(procedure.domainCode()));
            record.put("TenLinhVuc", text(procedure.domainName()));
        }
        record.put("DonViXuLy", text(served.agencyName()));
    }

    private void describe(ObjectNode record, DossierFacts facts, Served served) {
        var filer = facts.applicant();
        code(record, "KenhThucHien", facts.channel());
        code(record, "NoiNopHoSo", "NoiNopHoSo", facts.channel());
        code(record, "LoaiDoiTuong", Identity.kind(facts));
        code(record, "HinhThuc", facts.returnMethod());
        record.put("ThongTinKhac", "").put("Fax", "").put("ThongTinTra", "");
        record.put("Email", filer == null ? "" : text(filer.email()));
        record.put("SoDienThoai", filer == null ? "" : text(filer.phone()));
        record.put("TrichYeuHoSo", rules.get().cut("TrichYeuHoSo", summary(facts, served)));
        record.put("GhiChu", text(facts.note()));
    }

    private static void date(
            ObjectNode record, OutwardDossier dossier, DossierFacts facts, @Nullable DossierStatus status) {
        record.put("NgayNopHoSo", NationalTime.text(facts.submittedAt()));
        record.put("NgayTiepNhan", NationalTime.text(dossier.receivedAt()));
        record.put("NgayHenTra", NationalTime.text(dossier.dueAt()));
        record.put("NgayTra", NationalTime.text(facts.returnedAt()));
        record.put("NgayKetThucXuLy", NationalTime.text(facts.finishedAt()));
        record.put("NgayTuChoi", NationalTime.text(facts.refusedAt()));
        record.put("TrangThaiHoSo", status == null ? "" : TrueStatus.wire(status));
    }

    private static @Nullable Party owner(DossierFacts facts) {
        return facts.owner() == null ? facts.applicant() : facts.owner();
    }

    private static void own(ObjectNode record, DossierFacts facts) {
        var owner = owner(facts);
        record.put("ChuHoSo", owner == null ? "" : text(owner.name()));
        var identities = record.putArray("DinhDanhCHS");
        var number = owner == null ? null : Identity.number(owner);
        if (owner != null && number != null) {
            identities
                    .addObject()
                    .put("LoaiDinhDanh", owner.personalId() != null ? "1" : "2")
                    .put("SoDinhDanh", number);
        }
        record.put("SoGiayToChuHoSo", text(number));
    }

    /** The protocol wants a text; a dossier without a summary is about its procedure, which is true. */
    private static String summary(DossierFacts facts, Served served) {
        if (facts.summary() != null) {
            return facts.summary();
        }
        return served.procedure() == null ? "" : text(served.procedure().name());
    }

    private void code(ObjectNode record, String field, @Nullable Enum<?> word) {
        code(record, field, field, word);
    }

    private void code(ObjectNode record, String field, String list, @Nullable Enum<?> word) {
        rules.get().code(list, word).ifPresent(code -> record.put(field, code));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
