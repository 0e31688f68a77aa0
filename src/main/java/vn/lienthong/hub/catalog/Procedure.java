package vn.lienthong.hub.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A version of an administrative procedure; what we do not know of it is null.
 *
 * @param limitKnown tells "has no time limit" ({@code limit} null, known) from "we do not know its limit"
 */
public record Procedure(
        String code,
        @Nullable String name,
        @Nullable String domainCode,
        @Nullable String domainName,
        @Nullable TimeLimit limit,
        boolean limitKnown,
        long version) {}
