package vn.lienthong.hub.notify.slips;

import java.util.Optional;
import java.util.stream.Stream;

/** The forms of the one-stop desk (TT 03/2025/TT-VPCP, Appendix I). */
enum Form {
    /** The receipt with the promised date. */
    RECEIPT("01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", true),
    /** What the applicant has to bring or correct. */
    SUPPLEMENT("02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", true),
    /** Why the dossier was not accepted. */
    REFUSAL("03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ", true),
    /** The apology for being late, with a new date. */
    EXTENSION("04", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", true),
    /** That the dossier ends without a result. */
    STOP("05", "Thông báo dừng giải quyết hồ sơ", true),
    /** Who handed the dossier to whom. */
    CONTROL("06", "Phiếu kiểm soát quá trình giải quyết hồ sơ", false),
    /** The register of a period; never of one dossier. */
    REGISTER("07", "Sổ theo dõi hồ sơ", false);

    private final String number;
    private final String title;
    private final boolean forCitizen;

    Form(String number, String title, boolean forCitizen) {
        this.number = number;
        this.title = title;
        this.forCitizen = forCitizen;
    }

    static Optional<Form> of(String number) {
        return Stream.of(values()).filter(form -> form.number.equals(number)).findFirst();
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }

    /** Whether the person concerned may fetch it; the others are the office's own papers. */
    boolean forCitizen() {
        return forCitizen;
    }
}
