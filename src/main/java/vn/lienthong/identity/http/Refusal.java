package vn.lienthong.identity.http;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that is refused, in words for whoever sent it. */
public final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String rule;
    private final List<Fault> faults;

    public Refusal(HttpStatus status, String rule, String sentence, List<Fault> faults) {
        super(sentence);
        this.status = status;
        this.rule = rule;
        this.faults = List.copyOf(faults);
    }

    /** What was asked for is not there. */
    public static Refusal unknown(String what) {
        return new Refusal(HttpStatus.NOT_FOUND, "unknown-" + what, "There is no such " + what, List.of());
    }

    /** What is there does not allow it now. */
    public static Refusal conflict(String rule, String sentence) {
        return new Refusal(HttpStatus.CONFLICT, rule, sentence, List.of());
    }

    /** The request cannot be right. */
    public static Refusal wrong(List<Fault> faults) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The request breaks these rules", faults);
    }

    HttpStatus status() {
        return status;
    }

    String rule() {
        return rule;
    }

    List<Fault> faults() {
        return faults;
    }
}
