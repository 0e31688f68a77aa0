package vn.lienthong.hub.dossier;

/** The ten national statuses of a dossier. */
public enum DossierStatus {
    /** Filed; nobody has accepted it yet. */
    SUBMITTED(1, "Mới đăng ký"),
    /** Accepted with a receipt; the processing clock starts. */
    ACCEPTED(2, "Được tiếp nhận"),
    /** Refused at reception; the end. */
    NOT_ACCEPTED(3, "Không được tiếp nhận"),
    /** Being worked on. */
    IN_PROGRESS(4, "Đang xử lý"),
    /** The applicant must bring papers; the clock stands. */
    WAIT_SUPPLEMENT(5, "Yêu cầu bổ sung giấy tờ"),
    /** The applicant must pay. */
    WAIT_PAYMENT(6, "Yêu cầu thực hiện nghĩa vụ tài chính"),
    /** The applicant asks to withdraw; an officer decides. */
    WITHDRAW_REQUESTED(7, "Công dân yêu cầu rút hồ sơ"),
    /** Stopped without a result; the end. */
    STOPPED(8, "Dừng xử lý"),
    /** The result exists and waits to be handed over. */
    RESOLVED(9, "Đã xử lý xong"),
    /** The result is in the applicant's hands; the end. */
    DELIVERED(10, "Đã trả kết quả");

    private static final DossierStatus[] BY_CODE = values();

    private final int code;
    private final String vietnamese;

    DossierStatus(int code, String vietnamese) {
        this.code = code;
        this.vietnamese = vietnamese;
    }

    /** The status with this national code; codes outside 1 to 10 are a mistake of the caller. */
    public static DossierStatus of(int code) {
        if (code < 1 || code > BY_CODE.length) {
            throw new IllegalArgumentException("no dossier status has the code " + code);
        }
        return BY_CODE[code - 1];
    }

    public int code() {
        return code;
    }

    public String vietnamese() {
        return vietnamese;
    }

    /** Whether the dossier can never leave this status. */
    public boolean terminal() {
        return this == NOT_ACCEPTED || this == STOPPED || this == DELIVERED;
    }
}
