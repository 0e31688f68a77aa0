package vn.lienthong.standin.protocol;

import tools.jackson.databind.node.ObjectNode;

/** What a progress step (TienDo) of {@code CapNhatTienDoHoSoMC} must look like. */
final class StepRules implements RecordRules {

    @Override
    public void check(ObjectNode step) {
        Fields.onlyStrings(step, "data");
        Fields.required(step, "MaHoSo", "NguoiXuLy", "ThoiDiemXuLy", "TrangThai");
        Fields.atMost(50, step, "NguoiXuLy");
        Fields.status(step, "TrangThai");
        Fields.dates(step, "ThoiDiemXuLy", "NgayBatDau", "NgayKetThucTheoQuyDinh");
    }
}
