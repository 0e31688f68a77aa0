package vn.lienthong.hub.national.payload;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;
import vn.lienthong.hub.dossier.DossierFacts.Component;
import vn.lienthong.hub.dossier.DossierFacts.Fee;

/** The five lists of a {@code HoSo}: papers, fees, other files, supplements, results. */
final class Papers {

    private final Supplier<PayloadRules> rules;
    private final FileOffer files;

    Papers(Supplier<PayloadRules> rules, FileOffer files) {
        this.rules = rules;
        this.files = files;
    }

    void addTo(ObjectNode record, DossierFacts facts) {
        if (!facts.components().isEmpty()) {
            var digitised =
                    facts.components().stream().anyMatch(paper -> !paper.files().isEmpty());
            record.put("HoSoCoThanhPhanSoHoa", digitised ? "1" : "0");
        }
        var papers = record.putArray(FileOffer.PAPERS);
        facts.components().forEach(paper -> paper.files().forEach(file -> submitted(papers, paper, file)));
        var fees = record.putArray("DanhSachLePhi");
        facts.fees().forEach(fee -> fee(fees, fee));
        record.putArray("DanhSachTepDinhKemKhac");
        record.putArray("DanhSachHoSoBoSung");
        var results = record.putArray(FileOffer.RESULTS);
        Results.of(facts).forEach(paper -> result(results, paper));
    }

    /** One entry per file: a paper scanned into three files is three entries. */
    private void submitted(ArrayNode papers, Component paper, Attachment file) {
        papers.addObject()
                .put("TepDinhKemId", "")
                .put("TenTepDinhKem", rules.get().cut("TenTepDinhKem", first(file.name(), paper.name())))
                .put("IsDeleted", "False")
                .put("MaThanhPhanHoSo", text(paper.code()))
                .put(FileOffer.PAPER_LINK, files.reference(file))
                .put("DuocSoHoa", "1");
    }

    private static void fee(ArrayNode fees, Fee fee) {
        var entry = fees.addObject()
                .put("TenPhiLePhi", text(fee.name()))
                .put("MaPhiLePhi", text(fee.code()))
                .put("Gia", fee.amount() == null ? "" : fee.amount().toString());
        if (fee.paid() != null) {
            entry.put("TrangThaiThanhToan", fee.paid() ? "1" : "0");
        }
    }

    private void result(ArrayNode results, Results.Paper paper) {
        results.addObject()
                .put("TenGiayTo", rules.get().cut("TenGiayTo", paper.name()))
                .put("MaThanhPhanHoSo", "")
                .put("GiayToId", "")
                .put(FileOffer.RESULT_LINK, files.reference(paper.file()))
                .put("MaGiayToKetQua", paper.code());
    }

    private static String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : text(other);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
