package vn.lienthong.standin.protocol;

/** A call or record the portal does not take, with the code and sentence it answers. */
public final class Refusal extends RuntimeException {

    private final ErrorCode code;

    public Refusal(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public static Refusal badField(String field, String rule) {
        return new Refusal(ErrorCode.BAD_FIELD, "Trường %s %s".formatted(field, rule));
    }

    public static Refusal sessionInvalid() {
        return new Refusal(ErrorCode.SESSION_INVALID, "Phiên làm việc không hợp lệ hoặc đã hết hạn");
    }

    public static Refusal alreadyExists(String dossier) {
        return new Refusal(ErrorCode.ALREADY_EXISTS, "Hồ sơ %s đã tồn tại".formatted(dossier));
    }

    public static Refusal unknownDossier(String dossier) {
        return new Refusal(ErrorCode.UNKNOWN_DOSSIER, "Hồ sơ %s không tồn tại".formatted(dossier));
    }

    public static Refusal systemFailure() {
        return new Refusal(ErrorCode.SYSTEM_FAILURE, "Hệ thống đang bận, vui lòng thử lại sau");
    }

    public ErrorCode code() {
        return code;
    }

    /** The same words as the reply to a whole call. */
    public Reply reply() {
        return new Reply(code, sentence());
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
