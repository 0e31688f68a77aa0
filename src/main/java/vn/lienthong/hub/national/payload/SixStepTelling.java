package vn.lienthong.hub.national.payload;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;
import vn.lienthong.hub.dossier.DossierFacts.Fee;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardEvent;

/** {@code NoiHoSo}, {@code CapNhatTienTrinh} and {@code CapNhatTrangThai}, as the API of 2026 takes them. */
public final class SixStepTelling implements Telling {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Only these statuses carry lists. */
    private static final Set<DossierStatus> WITH_LISTS =
            Set.of(DossierStatus.WAIT_SUPPLEMENT, DossierStatus.WAIT_PAYMENT, DossierStatus.RESOLVED);

    private final Supplier<PayloadRules> rules;
    private final NoiHoSo dossiers;

    public SixStepTelling(Supplier<PayloadRules> rules) {
        this.rules = rules;
        this.dossiers = new NoiHoSo(rules);
    }

    @Override
    public ObjectNode dossier(OutwardDossier dossier, Served served, DossierStatus status) {
        return dossiers.of(dossier, served, status);
    }

    @Override
    public List<String> lacking(OutwardDossier dossier, Served served, @Nullable DossierStatus status) {
        return dossiers.lacking(dossier, served, status);
    }

    @Override
    public ObjectNode leaving(ObjectNode record, OutwardDossier dossier, Uploads uploads) {
        ObjectNode leaving = record.deepCopy();
        for (var paper : leaving.path("ThanhPhanHoSo")) {
            for (var file : paper.path("GiayToDinhKem")) {
                var content = file.path("IdGiayTo").asString("").substring(FileOffer.CONTENT.length());
                uploads.of(content)
                        .ifPresent(there ->
                                ((ObjectNode) file).put("IdGiayTo", there.id()).put("HashTepTin", there.hash()));
            }
        }
        return leaving;
    }

    @Override
    public ObjectNode step(Target there, OutwardEvent event, @Nullable String agencyName) {
        var step = JSON.createObjectNode()
                .put("IDHoSo", there.id())
                .put("MaHoSo", there.code())
                .put("NguoiXuLy", rules.get().cut("NguoiXuLy", TienDo.who(event, agencyName)))
                .put("ThoiDiemXuLy", NationalTime.millis(event.at()))
                .put("PhongBanXuLy", text(event.unit()))
                .put("NoiDungXuLy", TienDo.what(event))
                .put("TrangThai", event.status().code());
        return TrueStatus.guard(event, step, NationalTime.millis(event.at()));
    }

    @Override
    public ObjectNode status(Target there, OutwardEvent event, OutwardDossier dossier, Uploads uploads) {
        TrueStatus.guardEffect(event);
        var status = JSON.createObjectNode()
                .put("IdHoSo", there.id())
                .put("MaHoSo", there.code())
                .put("TrangThai", event.status().code())
                .put("NoiDungYKien", text(event.note()))
                .put("PhongBanXuLy", text(event.unit()))
                .put("NoiDungXuLy", TienDo.what(event));
        if (WITH_LISTS.contains(event.status())) {
            var facts = Identity.known(dossier);
            var fees = status.putArray("DanhSachLePhi");
            facts.fees().forEach(fee -> fee(fees, fee));
            var results = status.putArray("DanhSachGiayToKetQua");
            if (event.status() == DossierStatus.RESOLVED) {
                Results.of(facts).forEach(one -> result(results, one, uploads));
            }
        }
        return status;
    }

    private static void fee(ArrayNode fees, Fee fee) {
        var entry = fees.addObject();
        if (fee.name() != null) {
            entry.put("TenPhiLePhi", fee.name());
        }
        if (fee.code() != null) {
            entry.put("MaPhiLePhi", fee.code());
        }
        if (fee.amount() != null) {
            entry.put("Gia", fee.amount());
        }
        if (fee.paid() != null) {
            entry.put("TrangThaiThanhToan", fee.paid() ? 1 : 0);
        }
    }

    private void result(ArrayNode results, Results.Paper paper, Uploads uploads) {
        var sha256 = paper.file().sha256();
        if (sha256 != null) {
            uploads.of(sha256)
                    .ifPresent(there -> results.addObject()
                            .put("TenGiayTo", rules.get().cut("TenGiayTo", paper.name()))
                            .put("GiayToId", there.id())
                            .put("HashTepTin", there.hash())
                            .put("MaGiayToKetQua", paper.code()));
        }
    }

    @Override
    public boolean bringsFiles() {
        return true;
    }

    @Override
    public List<FileToSend> papers(OutwardDossier dossier) {
        return NoiHoSo.files(Identity.known(dossier)).stream()
                .map(SixStepTelling::file)
                .distinct()
                .toList();
    }

    @Override
    public List<FileToSend> results(OutwardDossier dossier, OutwardEvent event) {
        return event.status() == DossierStatus.RESOLVED
                ? Results.of(Identity.known(dossier)).stream()
                        .map(Results.Paper::file)
                        .filter(file -> file.sha256() != null)
                        .map(SixStepTelling::file)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static FileToSend file(Attachment file) {
        var sha256 = Objects.requireNonNull(file.sha256());
        return new FileToSend(file.name() == null ? sha256 : file.name(), sha256);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
