package vn.lienthong.hub.platform.reason;

import org.jspecify.annotations.Nullable;

/** A {@link Reason} as people read it: what is wrong and what to do about it. */
public record ReasonText(@Nullable String field, @Nullable String value, String rule, String sentence, String remedy) {}
