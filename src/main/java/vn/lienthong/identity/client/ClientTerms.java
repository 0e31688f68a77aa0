package vn.lienthong.identity.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client may do, as its file or a proposal says it.
 *
 * @param id the client id, the same in tokens, files and the audit
 * @param name by language, shown to people who are asked for consent
 * @param agency whose system it is, by its code
 * @param redirects where a code may be sent, each compared letter by letter
 * @param afterLogout where a browser may be sent once it is logged out
 * @param backchannelLogout where it is told that a log-in it was given has ended
 * @param events which events about people it knows it is told, by the names of the event kinds
 * @param eventsTo where: an address, or {@code queue:<user>} for the broker's address of that user
 * @param people whom it wants to log in, citizens when absent
 * @param acr the least assurance of a log-in, absent when any will do
 * @param consent whether citizens are asked before personal data goes to it
 * @param principal of a machine: as whom it calls the hub
 * @param role of a machine: in which role it calls the hub
 * @param procedures of a machine: the only ones it may act on, empty for all
 * @param legacy of a portal that speaks no OpenID Connect: how it is let in
 * @param exchanges for which audiences it may exchange a citizen's token, to act on the citizen's behalf there
 * @param certificates by which it may prove itself instead of a secret; its tokens are then bound to the one it shows
 * @param certificatesOnly whether a secret proves nothing any more
 * @param callsPerMinute how often it may call where it proves itself; the usual figure when absent
 * @param provisional whether the values are assumed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClientTerms(
        String id,
        Map<String, String> name,
        @Nullable String agency,
        ClientKind kind,
        List<URI> redirects,
        List<URI> afterLogout,
        @Nullable URI backchannelLogout,
        List<String> events,
        @Nullable URI eventsTo,
        List<String> scopes,
        @Nullable People people,
        @Nullable String acr,
        @Nullable Boolean consent,
        @Nullable Duration accessToken,
        @Nullable Duration refreshToken,
        @Nullable String principal,
        @Nullable String role,
        List<String> procedures,
        @Nullable LegacyTerms legacy,
        List<String> exchanges,
        List<Certificate> certificates,
        @Nullable Boolean certificatesOnly,
        @Nullable Integer callsPerMinute,
        @Nullable Boolean provisional) {

    /** Two realms that never meet: nobody of one is anybody in the other. */
    public enum People {
        CITIZENS,
        STAFF
    }

    /**
     * A certificate of a client.
     *
     * @param thumbprint SHA-256 over it in hex, with colons or without; then it does not matter who issued it
     * @param subject else its whole subject, and an authority of ours issued it
     * @param from when it begins to hold here, absent for at once
     * @param until when it ends to hold here, absent for its own end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Certificate(
            @Nullable String thumbprint,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant until) {

        public boolean holdsAt(Instant now) {
            return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
        }
    }

    private static final Duration USUAL_ACCESS = Duration.ofMinutes(5);
    private static final Duration USUAL_REFRESH = Duration.ofHours(8);

    @SuppressWarnings("NullAway") // absent lists arrive as null from a file
    public ClientTerms {
        name = name == null ? Map.of() : Map.copyOf(name);
        redirects = redirects == null ? List.of() : List.copyOf(redirects);
        afterLogout = afterLogout == null ? List.of() : List.copyOf(afterLogout);
        events = events == null ? List.of() : List.copyOf(events);
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
        procedures = procedures == null ? List.of() : List.copyOf(procedures);
        certificates = certificates == null ? List.of() : List.copyOf(certificates);
        exchanges = exchanges == null ? List.of() : List.copyOf(exchanges);
    }

    /** The name in this language, else in Vietnamese, else the id. */
    public String nameIn(String language) {
        return name.getOrDefault(language, name.getOrDefault("vi", id));
    }

    /** Whether its people are the province's staff. */
    public boolean isForStaff() {
        return people == People.STAFF;
    }

    /** Whether it is told of a log-out in the words of CAS. */
    public boolean speaksCas() {
        return legacy != null && legacy.speaks() == LegacyTerms.Speech.CAS;
    }

    /** Personal data goes nowhere without being agreed to, unless the terms say why they need not ask. */
    public boolean asksForConsent() {
        return consent == null || consent;
    }

    boolean provesItselfBySecret() {
        return kind.hasSecret() && (certificates.isEmpty() || !Boolean.TRUE.equals(certificatesOnly));
    }

    Duration accessLife() {
        return accessToken == null ? USUAL_ACCESS : accessToken;
    }

    Duration refreshLife() {
        return refreshToken == null ? USUAL_REFRESH : refreshToken;
    }
}
