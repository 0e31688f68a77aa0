package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import vn.lienthong.hub.platform.reason.Reason;

/** What is wrong with bytes that cannot be read; an {@link IOException} so that it passes through any parser. */
final class Fault extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    Fault(Reason reason) {
        this(List.of(reason));
    }

    /** Several things wrong at once, at least one. */
    Fault(List<Reason> reasons) {
        super(reasons.getFirst().rule());
        this.reasons = List.copyOf(reasons);
    }

    static Fault of(String rule) {
        return new Fault(Reason.of(rule));
    }

    static Fault at(String rule, long line, long column) {
        return new Fault(Reason.of(rule).with("line", Long.toString(line)).with("column", Long.toString(column)));
    }

    /** All that a complaint says. */
    static List<Reason> reasons(Throwable complaint, String otherwise) {
        return complaint instanceof Fault several ? several.reasons : List.of(reason(complaint, otherwise));
    }

    /** The refusal that a parser's complaint stands for; {@code otherwise} when it is only bad syntax. */
    static RefusedException refusal(Throwable complaint, String otherwise) {
        return new RefusedException(reasons(complaint, otherwise));
    }

    static Reason reason(Throwable complaint, String otherwise) {
        for (@Nullable Throwable cause = complaint; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Fault fault -> {
                    return fault.reasons.getFirst();
                }
                case CharacterCodingException notUtf8 -> {
                    return Reason.of(Rules.WRONG_CHARSET);
                }
                case StreamConstraintsException limit -> {
                    return Reason.of(
                            String.valueOf(limit.getMessage()).contains("depth") ? Rules.TOO_DEEP : Rules.TOO_LONG);
                }
                case StreamReadException syntax -> {
                    return syntax(syntax, otherwise);
                }
                default -> {}
            }
        }
        return Reason.of(otherwise);
    }

    private static Reason syntax(JacksonException syntax, String otherwise) {
        var where = syntax.getLocation();
        String rule =
                String.valueOf(syntax.getOriginalMessage()).startsWith("Duplicate") ? Rules.DUPLICATE_KEY : otherwise;
        return where == null
                ? Reason.of(rule)
                : Fault.at(rule, where.getLineNr(), where.getColumnNr()).reasons.getFirst();
    }
}
