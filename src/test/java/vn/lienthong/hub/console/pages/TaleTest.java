package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API's own words in the reader's. */
class TaleTest {

    private static final String HELD = "not sendable: LoaiDoiTuong, HinhThuc, ask land";

    private final Tale tale = tale(Words.VIETNAMESE);

    @Test
    void saysThatTheHubHoldsWhatItHoldsAndThatThePortalRefusedWhatItRefused() {
        assertThat(tale.kind("BLOCKED", HELD)).startsWith("Trung tâm giữ").doesNotContain("từ chối");
        assertThat(tale.kind("BLOCKED", "cannot be written: no code")).startsWith("Trung tâm giữ");
        assertThat(tale.kind("BLOCKED", "refused by the portal: E01 sai mã")).isEqualTo("Cổng quốc gia từ chối");
        assertThat(tale.kind("BLOCKED", null)).isEqualTo("Chưa gửi được lên cổng");
        assertThat(tale.kind("PARKED", "unmapped-code procedure QT-98")).isEqualTo("Chờ xử lý");
        assertThat(Tale.isHeld(HELD)).isTrue();
        assertThat(Tale.isHeld("refused by the portal: x")).isFalse();
        assertThat(Tale.isHeld(null)).isFalse();
    }

    @Test
    void namesWhatIsLackingInWordsAndWhomToAskByName() {
        assertThat(tale.cause(HELD))
                .contains("loại đối tượng nộp", "(LoaiDoiTuong)", "hình thức trả kết quả (HinhThuc)")
                .endsWith("Hỏi Sở Đất đai");
        assertThat(tale.cause("not sendable: ThongTinNguoiNop/ThongTinChiTiet/TenNguoiNop, ask health"))
                .contains("tên người nộp", "health");
        assertThat(tale(Locale.ENGLISH).cause(HELD)).contains("kind of applicant (LoaiDoiTuong)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refused by the portal: E01 sai mã | Cổng từ chối: E01 sai mã
            missing-field applicant.name | Thiếu tên (applicant.name)
            unmapped-code procedure QT-98 | Chưa có bảng mã: thủ tục (procedure) QT-98
            step missing before status 4 (event 7) | Thiếu bước trước khi “Đang xử lý” (sự kiện 7)
            parked: unmapped-status XX | Chờ xử lý: Chưa biết trạng thái: XX
            breaker open: NEW, attempts 3: time-out | Hệ thống kia không trả lời, tạm ngừng giao hồ sơ mới, đã thử 3 lần: time-out
            BLOCKED, attempts 2: not sent yet | Chưa gửi được, chờ người xử lý, đã thử 2 lần: chưa gửi
            due-before-reception NgayHenTra | Ngày hẹn trả sớm hơn ngày tiếp nhận.
            malformed-json | Không phải là JSON hợp lệ.
            no-such-rule-at-all x | no-such-rule-at-all x
            facts-missing | Mới có sự kiện, chưa có thông tin hồ sơ
            the vendor's own words | the vendor's own words
            """)
    void saysCausesInVietnameseAndLeavesWhatItDoesNotKnow(String cause, String said) {
        assertThat(tale.cause(cause)).startsWith(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            register | seq 1, at 24/08/2026 09:15:00 by door | Sự kiện số 1, lúc 24/08/2026 09:15:00 (giờ trung tâm nhận)
            door | 1234 bytes, application/json | 1234 byte, dạng application/json
            land | lt-7, attempts 2, time-out | lt-7, đã thử 2 lần, time-out
            national | test, code E01, sai | test, mã trả lời E01, sai
            """)
    void saysDetailsOfTheTimelineInVietnamese(String place, String detail, String said) {
        assertThat(tale.detail(place, detail)).isEqualTo(said);
    }

    @Test
    void tellsWhatTheHubHoldsForWhatAndWhoseTurnItIs() {
        assertThat(tale.what("national", "held not sent")).contains("giữ lại", "chưa gửi lên cổng");
        assertThat(tale.detail("national", HELD))
                .startsWith("Thiếu loại đối tượng nộp (LoaiDoiTuong), hình thức trả kết quả (HinhThuc)")
                .contains("Đến lượt Sở Đất đai: bổ sung rồi gửi lại");
        assertThat(tale.detail("national", "cannot be written: no code"))
                .isEqualTo("Không viết được cho cổng: no code. Đến lượt trung tâm: sửa rồi cho gửi lại.");
        assertThat(tale.what("national", "was held")).contains("từng giữ lại");
        assertThat(tale.detail("national", "held until 24/08/2026 09:15:00"))
                .isEqualTo("gửi tiếp lúc 24/08/2026 09:15:00");
    }

    @Test
    void tellsHandOversAndCallsWithoutAnAnswer() {
        assertThat(tale.what("land", "handed NEW FAILED")).isEqualTo("Giao hồ sơ mới: không nhận");
        assertThat(tale.what("national", "DongBoHoSoMC no answer yet")).contains("chưa có trả lời");
        assertThat(tale.what("door", "accepted from land")).isEqualTo("Nhận từ Sở Đất đai");
        assertThat(tale.department("land")).isEqualTo("Sở Đất đai");
        assertThat(tale.department("register")).isEqualTo("Sổ hồ sơ");
    }

    @Test
    void tellsThatARecordWaitedAndWhoHadItReadAgain() {
        assertThat(tale.what("door", "not registered yet")).isEqualTo("Chưa vào được sổ");
        assertThat(tale.what("door", "read again by binh")).isEqualTo("binh cho đọc lại");
        assertThat(tale.what("door", "read again at the hub")).isEqualTo("Trung tâm cho đọc lại");
        assertThat(tale.what("door", "edited at the hub")).startsWith("Trung tâm sửa");
        assertThat(tale.detail("door", "unmapped-code procedure QT-98")).startsWith("Chưa có bảng mã");
        assertThat(tale.detail("door", "ABC/1, plan 0f9a1c52-0000-4000-8000-000000000000: vì đã có bảng mã"))
                .isEqualTo("ABC/1, theo kế hoạch 0f9a1c52-0000-4000-8000-000000000000: vì đã có bảng mã");
    }

    @Test
    void saysWhatWaitsInAQueueAndOfWhom() {
        assertThat(tale.queue("door.land")).isEqualTo("vừa nhận, của Sở Đất đai");
        assertThat(tale.queue("national.wake")).isEqualTo("lời nhắc gửi lên cổng");
        assertThat(tale.queue("dead-letters")).isEmpty();
    }

    private static Tale tale(Locale language) {
        return new Tale(language, new Words(), code -> "land".equals(code) ? "Sở Đất đai" : code);
    }
}
