package vn.lienthong.hub.intake.submissions;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The register of the health department as CSV. */
final class HealthRegister {

    private static final String HEADER =
            "GroupName,MaHoSo,TrichYeuHoSo,SoBoHoSo,ChuHoSo,DiaChiChuHoSo,SoDienThoaiChuHoSo,NgayTiepNhan,NgayHenTra,"
                    + "NgayTra,TenNguoiNhanHoSo,địa bàn,MaTTHC,LoaiDoiTuong,HinhThucTra,KenhThucHien,SoGiayTo\n"
                    + "Sở Y tế,,,,,,,,,,,,,,,,\n";

    private HealthRegister() {}

    static String of(int dossiers, int firstNumber) {
        return IntStream.range(firstNumber, firstNumber + dossiers)
                .mapToObj(HealthRegister::row)
                .collect(Collectors.joining("\n", HEADER, "\n"));
    }

    private static String row(int number) {
        return ",000.00.22.H52-260824-%06d,Đề nghị mẫu,1,TRẦN VĂN THỬ,Số 1 đường Mẫu,900000001,24/08/2026 09:15:00,"
                        .formatted(number)
                + "31/08/2026 17:00:00,,Cán bộ Thử,Xã Mẫu,2.000477,1,0,1,14090000001";
    }
}
