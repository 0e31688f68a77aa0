package vn.lienthong.hub.catalog;

import java.util.List;

/** What a code or name of an agency stands for on a date. */
public sealed interface Resolution {

    /** Exactly one agency. */
    record Found(Agency agency) implements Resolution {}

    /** No agency bore it that day. */
    record Unknown() implements Resolution {}

    /** Several agencies share it that day and the procedure does not decide. */
    record Ambiguous(List<Agency> agencies) implements Resolution {}
}
