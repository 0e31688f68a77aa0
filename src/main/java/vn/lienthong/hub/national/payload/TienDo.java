package vn.lienthong.hub.national.payload;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.OutwardEvent;

/** Writes a progress step {@code TienDo} of {@code CapNhatTienDoHoSoMC}: one per event that happened. */
public final class TienDo {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Supplier<PayloadRules> rules;

    public TienDo(Supplier<PayloadRules> rules) {
        this.rules = rules;
    }

    public ObjectNode of(String code, OutwardEvent event, @Nullable String agencyName) {
        var step = JSON.createObjectNode()
                .put("MaHoSo", code)
                .put("NguoiXuLy", rules.get().cut("NguoiXuLy", who(event, agencyName)))
                .put("ChucDanh", text(event.officerTitle()))
                .put("ThoiDiemXuLy", NationalTime.text(event.at()))
                .put("PhongBanXuLy", text(event.unit()))
                .put("NoiDungXuLy", what(event))
                .put("TrangThai", TrueStatus.wire(event.status()))
                .put("NgayBatDau", "")
                .put("NgayKetThucTheoQuyDinh", "");
        return TrueStatus.guard(event, step);
    }

    /** The protocol wants a text here. Where no officer was named, the unit or agency acted: no officer is made up. */
    static String who(OutwardEvent event, @Nullable String agencyName) {
        if (event.officer() != null) {
            return event.officer();
        }
        return event.unit() != null ? event.unit() : text(agencyName);
    }

    static String what(OutwardEvent event) {
        return event.note() != null ? event.note() : event.status().vietnamese();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
