package vn.lienthong.hub.notify.slips;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.dossier.Verdict;

/** The rows of form 06: every step that was told, in the order of time, also those that had no effect. */
final class Progress {

    private Progress() {}

    static List<Map<String, Object>> rows(Sheet sheet) {
        List<Map<String, Object>> rows = new ArrayList<>();
        EventView before = null;
        for (EventView step : sheet.steps()) {
            rows.add(row(before, step, sheet.dossier().dueAt()));
            before = step.verdict().effective() ? step : before;
        }
        return rows;
    }

    private static Map<String, Object> row(@Nullable EventView before, EventView step, @Nullable Instant due) {
        Map<String, Object> row = new HashMap<>();
        row.put("giao", Words.clean(known(before == null ? null : before.unit())));
        row.put("nhan", Words.clean(known(step.unit())));
        row.put("thoiGian", Words.brief(step.orderAt()));
        row.put("buoc", step.status() == null ? "" : step.status().vietnamese());
        row.put("ketQua", result(step, due));
        row.put("ghiChu", remark(step));
        row.put("nguoiGiao", Words.clean(known(before == null ? null : before.officer())));
        row.put("nguoiNhan", Words.clean(known(step.officer())));
        return row;
    }

    /** Only a finished step is before, on or after its day. */
    private static @Nullable String result(EventView step, @Nullable Instant due) {
        if (due == null || step.status() != DossierStatus.RESOLVED) {
            return null;
        }
        int days = Words.dayOf(step.orderAt()).compareTo(Words.dayOf(due));
        boolean late = step.orderAt().isAfter(due);
        return late ? "quá hạn" : days < 0 ? "trước hạn" : "đúng hạn";
    }

    private static String remark(EventView step) {
        String note = LegalText.readable(step.note()) ? Words.clean(known(step.note())) : "";
        if (step.verdict() == Verdict.AFTER_TERMINAL || step.verdict() == Verdict.CONTRADICTION) {
            return (note + " (không có hiệu lực)").strip();
        }
        return note;
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }
}
