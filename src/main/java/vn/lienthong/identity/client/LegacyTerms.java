package vn.lienthong.identity.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a portal that speaks no OpenID Connect is let in, which is the lesser way.
 *
 * @param services where a browser is sent back with a ticket, each compared letter by letter
 * @param ticket how long a ticket holds
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LegacyTerms(
        Speech speaks, List<URI> services, @Nullable Duration ticket) {

    /** What such a portal understands. */
    public enum Speech {
        /** Tickets, and an XML answer about each. */
        CAS,
        /** Nothing: a proxy before it asks, and hands it a signed header. */
        HEADER
    }

    private static final Duration USUAL = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway") // absent lists arrive as null from a file
    public LegacyTerms {
        services = services == null ? List.of() : List.copyOf(services);
    }

    /** How long a ticket holds where the terms say nothing. */
    public Duration ticketLife() {
        return ticket == null ? USUAL : ticket;
    }
}
