package vn.lienthong.trust;

import org.jspecify.annotations.Nullable;

/** The verdict on an id that somebody typed: its clean form, or the rule it breaks. */
public sealed interface Checked {

    /** The id as it is kept; the warning is for the officer and refuses nothing. */
    record Passed(String value, @Nullable String warning) implements Checked {}

    record Failed(String rule) implements Checked {}

    static Checked passed(String value) {
        return new Passed(value, null);
    }
}
