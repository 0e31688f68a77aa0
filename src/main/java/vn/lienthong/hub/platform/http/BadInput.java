package vn.lienthong.hub.platform.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import vn.lienthong.hub.platform.reason.Reason;

/** Names field, rule and remedy where a request could not even be read into what a call takes. */
final class BadInput {

    private static final String NOT_ONE_OF = "not-one-of";
    private static final String WRONG_KIND = "wrong-kind";

    private BadInput() {}

    static ProblemException problem(ServerWebInputException failure) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "bad-request", "The request cannot be read", List.of(reason(failure)));
    }

    private static Reason reason(ServerWebInputException failure) {
        @Nullable MismatchedInputException mismatch = cause(failure, MismatchedInputException.class);
        if (mismatch != null) {
            String field = mismatch.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .collect(Collectors.joining("."));
            return wrong(field, mismatch.getTargetType());
        }
        @Nullable MethodParameter parameter = failure.getMethodParameter();
        return parameter == null || cause(failure, JacksonException.class) != null
                ? Reason.of(WRONG_KIND, "body", null)
                : wrong(parameter.getParameterName(), parameter.getParameterType());
    }

    private static Reason wrong(@Nullable String field, @Nullable Class<?> wanted) {
        Object[] allowed = wanted == null ? null : wanted.getEnumConstants();
        return allowed == null
                ? Reason.of(WRONG_KIND, field, null)
                : Reason.of(NOT_ONE_OF, field, null)
                        .with(
                                "allowed",
                                Arrays.stream(allowed).map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }
}
