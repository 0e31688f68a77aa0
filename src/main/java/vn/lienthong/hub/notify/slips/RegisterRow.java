package vn.lienthong.hub.notify.slips;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Party;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.DueSource;
import vn.lienthong.hub.dossier.EventView;

/** One line of the register book, in the columns of the books in use; what is unknown stays empty. */
final class RegisterRow {

    private RegisterRow() {}

    static Map<String, Object> of(DossierView dossier, List<EventView> history) {
        DossierFacts facts = dossier.facts();
        Party owner = facts == null ? null : facts.owner() == null ? facts.applicant() : facts.owner();
        Map<String, Object> row = new HashMap<>();
        row.put("maHoSo", Words.clean(dossier.code()));
        row.put("trichYeuHoSo", text(facts == null ? null : facts.summary()));
        row.put("chuHoSo", text(owner == null ? null : owner.name()));
        row.put("diaChiChuHoSo", text(owner == null ? null : owner.address()));
        row.put("soDienThoaiChuHoSo", text(owner == null ? null : owner.phone()));
        row.put("ngayTiepNhan", Words.brief(dossier.receivedAt()));
        row.put(
                "ngayHenTra",
                dossier.dueSource() == DueSource.NONE_NEEDED ? "không quy định" : Words.brief(dossier.dueAt()));
        row.put("ngayTra", Words.brief(returned(facts, history)));
        row.put(
                "tenNguoiNhanHoSo",
                text(reached(history, DossierStatus.ACCEPTED)
                        .map(EventView::officer)
                        .orElse(null)));
        row.put("trangThai", dossier.status() == null ? "" : dossier.status().vietnamese());
        return row;
    }

    private static @Nullable Instant returned(@Nullable DossierFacts facts, List<EventView> history) {
        Instant told = facts == null ? null : facts.returnedAt();
        return told != null
                ? told
                : reached(history, DossierStatus.DELIVERED)
                        .map(EventView::orderAt)
                        .orElse(null);
    }

    private static Optional<EventView> reached(List<EventView> history, DossierStatus status) {
        return history.stream()
                .filter(event -> event.status() == status && event.verdict().effective())
                .max(Comparator.comparing(EventView::orderAt).thenComparing(EventView::seq));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : Words.clean(value);
    }
}
