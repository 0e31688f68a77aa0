package vn.lienthong.standin.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the portal answers: a code, a sentence, and either the rows asked for or a fresh session. */
public record Reply(
        ErrorCode code,
        String message,
        @Nullable List<? extends JsonNode> result,
        @Nullable String session) {

    public Reply(ErrorCode code, String message) {
        this(code, message, List.of(), null);
    }

    public static Reply success(String message) {
        return new Reply(ErrorCode.SUCCESS, message);
    }

    public static Reply rows(List<? extends JsonNode> rows) {
        return new Reply(ErrorCode.SUCCESS, "Tra cứu thành công", rows, null);
    }

    public static Reply session(String session) {
        return new Reply(ErrorCode.SUCCESS, "Đăng nhập thành công", null, session);
    }

    public boolean succeeded() {
        return code == ErrorCode.SUCCESS;
    }
}
