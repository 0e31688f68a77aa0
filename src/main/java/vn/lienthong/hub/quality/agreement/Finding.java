package vn.lienthong.hub.quality.agreement;

import org.jspecify.annotations.Nullable;

/** A difference before its cause is known; one of the two sides may be missing. */
record Finding(
        Against against,
        Kind kind,
        @Nullable Ours here,
        @Nullable Theirs there,
        @Nullable String ours,
        @Nullable String theirs) {

    String code() {
        if (here != null) {
            return here.code();
        }
        return there == null ? "" : there.key();
    }
}
