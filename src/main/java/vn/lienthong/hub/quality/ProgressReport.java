package vn.lienthong.hub.quality;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the dossiers of a period were handled (forms 06a and 06b), with the columns' names of the national report. */
public record ProgressReport(String form, LocalDate from, LocalDate to, String cohort, List<Row> rows, Row total) {

    static final String COHORT = "Hồ sơ tiếp nhận trong kỳ, và hồ sơ tiếp nhận trước kỳ mà đến đầu kỳ chưa kết thúc;"
            + " trạng thái tính tại cuối kỳ; trước hạn, đúng hạn, quá hạn so theo ngày, không theo giờ."
            + " tongSo = tongDaXuLy + tongDangXuLy + tongBoSung + tongTraLai + tongDung + tongKhongTiepNhan"
            + " + chuaCoTrangThai.";

    /** One group. {@code key} is the agency's id or the domain's code, empty where a dossier has none. */
    public record Row(
            String key,
            @Nullable String name,
            long tongSo,
            long tongTiepNhan,
            long tiepNhanKyTruoc,
            long tiepNhanQuaMang,
            long tiepNhanTrucTiep,
            long tiepNhanQuaBCCI,
            long tiepNhanKhongRoKenh,
            long tongDaXuLy,
            long daXuLyTruocHan,
            long daXuLyDungHan,
            long daXuLyQuaHan,
            long daXuLyKhongCoHan,
            long tongDangXuLy,
            long dangXuLyTrongHan,
            long dangXuLyQuaHan,
            long dangXuLyKhongCoHan,
            long tongBoSung,
            long tongTraLai,
            long tongDung,
            long tongKhongTiepNhan,
            long chuaCoTrangThai) {

        Row named(@Nullable String known) {
            return of(key, known, numbers());
        }

        /** The numbers in the order of the columns. */
        public long[] numbers() {
            return new long[] {
                tongSo,
                tongTiepNhan,
                tiepNhanKyTruoc,
                tiepNhanQuaMang,
                tiepNhanTrucTiep,
                tiepNhanQuaBCCI,
                tiepNhanKhongRoKenh,
                tongDaXuLy,
                daXuLyTruocHan,
                daXuLyDungHan,
                daXuLyQuaHan,
                daXuLyKhongCoHan,
                tongDangXuLy,
                dangXuLyTrongHan,
                dangXuLyQuaHan,
                dangXuLyKhongCoHan,
                tongBoSung,
                tongTraLai,
                tongDung,
                tongKhongTiepNhan,
                chuaCoTrangThai
            };
        }

        static Row of(String key, @Nullable String name, long[] n) {
            return new Row(
                    key, name, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13],
                    n[14], n[15], n[16], n[17], n[18], n[19], n[20]);
        }

        static Row sum(List<Row> rows) {
            long[] sums = new long[COLUMNS.size()];
            rows.forEach(row -> Arrays.setAll(sums, i -> sums[i] + row.numbers()[i]));
            return of("", null, sums);
        }
    }

    /** The names of the numbers, in the order of {@link Row#numbers()}. */
    public static final List<String> COLUMNS = List.of(
            "tongSo",
            "tongTiepNhan",
            "tiepNhanKyTruoc",
            "tiepNhanQuaMang",
            "tiepNhanTrucTiep",
            "tiepNhanQuaBCCI",
            "tiepNhanKhongRoKenh",
            "tongDaXuLy",
            "daXuLyTruocHan",
            "daXuLyDungHan",
            "daXuLyQuaHan",
            "daXuLyKhongCoHan",
            "tongDangXuLy",
            "dangXuLyTrongHan",
            "dangXuLyQuaHan",
            "dangXuLyKhongCoHan",
            "tongBoSung",
            "tongTraLai",
            "tongDung",
            "tongKhongTiepNhan",
            "chuaCoTrangThai");
}
