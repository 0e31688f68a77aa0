package vn.lienthong.hub.intake.submissions;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.content.Sha256;

/**
 * A bug of ours that stopped a record: where it is, and a fingerprint that equal bugs share. Messages of exceptions are
 * left out, since they may quote personal values.
 */
public record Fault(String cause, String fingerprint, String trace) {

    private static final int FRAMES = 40;
    private static final int DEEPEST = 10;
    private static final int FINGERPRINT_BYTES = 6;

    public static Fault of(Throwable failure) {
        String trace = chain(failure)
                .flatMap(cause -> Stream.concat(Stream.of(cause.getClass().getName()), frames(cause)))
                .collect(Collectors.joining("\n"));
        Throwable root = chain(failure).reduce((outer, inner) -> inner).orElse(failure);
        return new Fault(root.getClass().getSimpleName(), fingerprint(trace), trace);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .limit(DEEPEST)
                .map(cause -> (Throwable) cause);
    }

    /** Generated classes have another name each time; line numbers stay the same for the same build. */
    private static Stream<String> frames(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("vn.lienthong.") || frame.getLineNumber() > 0)
                .filter(frame -> !frame.getClassName().contains("$$"))
                .limit(FRAMES)
                .map(frame -> "  " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber());
    }

    private static String fingerprint(String trace) {
        return HexFormat.of().formatHex(Sha256.of(trace), 0, FINGERPRINT_BYTES);
    }
}
