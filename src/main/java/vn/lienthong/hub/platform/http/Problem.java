package vn.lienthong.hub.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.lienthong.hub.platform.reason.ReasonText;

/** The body of an {@code application/problem+json} answer (RFC 9457) as the hub gives it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, List<ReasonText> errors, String correlationId) {

    public static final String TYPE_PREFIX = "urn:lienthong:problem:";
}
