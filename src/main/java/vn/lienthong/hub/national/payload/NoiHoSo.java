package vn.lienthong.hub.national.payload;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;
import vn.lienthong.hub.dossier.DossierFacts.Component;
import vn.lienthong.hub.dossier.DossierFacts.Party;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.OutwardDossier;

/**
 * Writes the dossier of the API of 2026: own names, own dates, codes as numbers, files by the ids under which they were
 * uploaded. What is not known is left out.
 */
final class NoiHoSo {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Supplier<PayloadRules> rules;

    NoiHoSo(Supplier<PayloadRules> rules) {
        this.rules = rules;
    }

    ObjectNode of(OutwardDossier dossier, Served served, DossierStatus status) {
        var record = written(dossier, served);
        NotSendable.refuse(lacking(record, dossier, status), dossier.sender());
        return record;
    }

    List<String> lacking(OutwardDossier dossier, Served served, @Nullable DossierStatus status) {
        return lacking(written(dossier, served), dossier, status);
    }

    private List<String> lacking(ObjectNode record, OutwardDossier dossier, @Nullable DossierStatus status) {
        var facts = Identity.known(dossier);
        return Stream.concat(
                        Identity.untrue(facts.applicant(), facts.owner()),
                        rules.get().lacking(record, status))
                .toList();
    }

    private ObjectNode written(OutwardDossier dossier, Served served) {
        var facts = Identity.known(dossier);
        var record = JSON.createObjectNode().put("MaHoSo", dossier.code());
        var procedure = served.procedure();
        if (procedure != null) {
            record.put("MaTTHC", procedure.code());
        }
        var owner = facts.owner() == null ? facts.applicant() : facts.owner();
        put(record, "ChuHoSo", owner == null ? null : owner.name());
        code(record, "LoaiDoiTuong", Identity.kind(facts));
        put(record, "MaDonViTiepNhan", served.agencyCode());
        put(record, "NgayNop", NationalTime.spaced(facts.submittedAt()));
        put(record, "NgayTiepNhan", NationalTime.spaced(dossier.receivedAt()));
        papers(record.putArray("ThanhPhanHoSo"), facts);
        var filer = record.putObject("ThongTinNguoiNop");
        filer(filer, facts);
        served.accountOf(facts).ifPresent(account -> filer.put("IdDoiTuong", account));
        record.putObject("EformThongTinChiTiet");
        return record;
    }

    private void papers(ArrayNode papers, DossierFacts facts) {
        for (var paper : facts.components()) {
            var entry = papers.addObject();
            put(entry, "MaThanhPhanHoSo", paper.code());
            put(entry, "TenThanhPhanHoSo", paper.name());
            quantity(entry, paper);
            var files = entry.putArray("GiayToDinhKem");
            paper.files().stream().filter(file -> file.sha256() != null).forEach(file -> file(files, file));
        }
    }

    /** How many papers of which kind, as far as the sender counted them; a file we hold is electronic in itself. */
    private void quantity(ObjectNode entry, Component paper) {
        if (paper.originals() != null && paper.originals() > 0) {
            kind(entry, "ORIGINAL", paper.originals());
        } else if (paper.copies() != null && paper.copies() > 0) {
            kind(entry, "COPY", paper.copies());
        } else if (!paper.files().isEmpty()) {
            kind(entry, "ELECTRONIC", paper.files().size());
        }
    }

    private void kind(ObjectNode entry, String word, int quantity) {
        entry.put("SoLuong", quantity);
        rules.get().word("LoaiBan", word).ifPresent(code -> entry.put("LoaiBan", Integer.parseInt(code)));
    }

    /** The id under which the portal has the file is filled in when the record leaves. */
    private static void file(ArrayNode files, Attachment file) {
        files.addObject()
                .put("IdGiayTo", FileOffer.CONTENT + file.sha256())
                .put("TenGiayTo", Objects.requireNonNullElse(file.name(), ""))
                .put("HashTepTin", "");
    }

    private void filer(ObjectNode filer, DossierFacts facts) {
        code(filer, "LoaiDoiTuong", Identity.kind(facts));
        var details = filer.putObject("ThongTinChiTiet");
        var applicant = facts.applicant();
        if (applicant != null) {
            put(details, "TenNguoiNop", applicant.name());
            put(details, "SoDinhDanh", Identity.number(applicant));
            put(details, "NgaySinh", applicant.birthDate() == null ? null : applicant.birthDate() + " 00:00:00");
            put(details, "SoDienThoai", applicant.phone());
            put(details, "Email", applicant.email());
            put(details, "DiaChiChiTiet", applicant.address());
        }
        owner(details, facts.owner());
    }

    private static void owner(ObjectNode details, @Nullable Party owner) {
        if (owner != null) {
            put(details, "TenChuHs", owner.name());
            put(details, "SoDinhDanhChuHs", Identity.number(owner));
            put(details, "DiaChiChiTietChuHs", owner.address());
        }
    }

    /** The files that this record names. */
    static List<Attachment> files(DossierFacts facts) {
        return facts.components().stream()
                .flatMap(paper -> paper.files().stream())
                .filter(file -> file.sha256() != null)
                .toList();
    }

    private void code(ObjectNode record, String field, @Nullable Enum<?> word) {
        rules.get().code(field, word).ifPresent(code -> record.put(field, Integer.parseInt(code)));
    }

    private static void put(ObjectNode record, String field, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            record.put(field, text);
        }
    }
}
