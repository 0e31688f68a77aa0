package vn.lienthong.hub.catalog.procedure;

import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.calendar.TimeLimit;

/**
 * A version of an administrative procedure; what we do not know of it is null.
 *
 * @param limitKnown tells "has no time limit" ({@code limit} null, known) from "we do not know its limit"
 * @param provisional what is said here is assumed
 * @param demo a placeholder of the demonstration
 */
public record Procedure(
        String code,
        @Nullable String name,
        @Nullable String domainCode,
        @Nullable String domainName,
        @Nullable TimeLimit limit,
        boolean limitKnown,
        long version,
        ProcedureTerms terms,
        boolean provisional,
        boolean demo) {

    /** The limit of a dossier that came by this channel. */
    public @Nullable TimeLimit limit(Channel channel) {
        TimeLimit own = terms.limits().get(channel);
        return own == null ? limit : own;
    }
}
