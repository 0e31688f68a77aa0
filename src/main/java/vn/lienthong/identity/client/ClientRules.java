package vn.lienthong.identity.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lienthong.identity.http.Fault;

/** What terms must fulfil before anybody may approve them. */
final class ClientRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{2,63}");
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}");
    private static final Pattern ROLE = Pattern.compile("[A-Z_]{3,40}");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final Pattern QUEUE = Pattern.compile("queue:[a-z0-9][a-z0-9-]{1,63}");
    private static final List<String> EVENTS =
            List.of("LINKED", "UNLINKED", "CHANGED", "LOGGED_OUT", "LOCKED", "UNLOCKED");
    private static final List<String> AUDIENCES = List.of("lienthong-hub");
    private static final Duration LONGEST_ACCESS = Duration.ofHours(1);
    private static final Duration LONGEST_TICKET = Duration.ofMinutes(2);
    private static final Duration LONGEST_REFRESH = Duration.ofDays(30);

    private ClientRules() {}

    /** Empty when they may be approved. */
    static List<Fault> faults(ClientTerms terms) {
        List<Fault> faults = new ArrayList<>();
        if (!ID.matcher(terms.id()).matches()) {
            faults.add(new Fault("id", "client-id", "use 3 to 64 small letters, digits and hyphens"));
        }
        if (!terms.name().containsKey("vi")) {
            faults.add(new Fault("name.vi", "missing", "give the name that citizens read, in Vietnamese"));
        }
        if (terms.kind().speaksOpenId() == terms.redirects().isEmpty()) {
            String unwanted = terms.kind() == ClientKind.LEGACY ? "not-for-legacy" : "not-for-machines";
            faults.add(new Fault(
                    "redirects",
                    terms.kind().speaksOpenId() ? "missing" : unwanted,
                    "a portal or public client has at least one, a machine or legacy portal has none"));
        }
        legacy(terms, faults);
        terms.redirects().forEach(address -> addresses("redirects", address, faults));
        terms.afterLogout().forEach(address -> addresses("afterLogout", address, faults));
        told(terms, faults);
        if (terms.scopes().stream().anyMatch(scope -> !SCOPE.matcher(scope).matches())) {
            faults.add(new Fault("scopes", "scope", "a scope has 1 to 100 printable characters without blanks"));
        }
        if (terms.isForStaff() && !terms.kind().logsPeopleIn()) {
            faults.add(new Fault("people", "not-for-machines", "a machine logs nobody in: leave people out"));
        }
        if (terms.callsPerMinute() != null && terms.callsPerMinute() < 1) {
            faults.add(new Fault("callsPerMinute", "too-small", "at least 1; leave it out for the usual figure"));
        }
        exchanges(terms, faults);
        CertificateRules.check(terms, faults);
        rights(terms, faults);
        lives(terms, faults);
        return faults;
    }

    private static void legacy(ClientTerms terms, List<Fault> faults) {
        LegacyTerms legacy = terms.legacy();
        if ((terms.kind() == ClientKind.LEGACY) != (legacy != null)) {
            faults.add(new Fault("legacy", "kind-and-terms", "the kind LEGACY has these terms, no other kind has"));
        }
        if (legacy != null) {
            if (legacy.speaks() == null) {
                faults.add(new Fault("legacy.speaks", "missing", "say CAS or HEADER"));
            }
            if (legacy.services().isEmpty()) {
                faults.add(new Fault("legacy.services", "missing", "give at least one address that takes a ticket"));
            }
            if (legacy.speaks() == LegacyTerms.Speech.HEADER
                    && legacy.services().size() > 1) {
                faults.add(new Fault("legacy.services", "one-only", "a proxy has one; name a client for each host"));
            }
            legacy.services().forEach(address -> addresses("legacy.services", address, faults));
            if (!within(legacy.ticketLife(), LONGEST_TICKET)) {
                faults.add(new Fault("legacy.ticket", "too-long", "at most two minutes, more than nothing"));
            }
        }
    }

    private static void told(ClientTerms terms, List<Fault> faults) {
        if (terms.backchannelLogout() != null) {
            addresses("backchannelLogout", terms.backchannelLogout(), faults);
        }
        if (terms.eventsTo() != null
                && !QUEUE.matcher(terms.eventsTo().toString()).matches()) {
            addresses("eventsTo", terms.eventsTo(), faults);
        }
        if (terms.events().isEmpty() != (terms.eventsTo() == null)) {
            faults.add(new Fault("eventsTo", "events-and-address", "give both: which events, and where to"));
        }
        if (!EVENTS.containsAll(terms.events())) {
            faults.add(new Fault("events", "event", "these there are: " + String.join(", ", EVENTS)));
        }
    }

    private static void addresses(String field, URI address, List<Fault> faults) {
        if (!exact(address)) {
            faults.add(new Fault(
                    field,
                    "exact-https-address",
                    "give a full https address without wildcard, fragment or user; http only on this machine: "
                            + address));
        }
    }

    private static boolean exact(URI address) {
        boolean safe = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
        return safe
                && address.getHost() != null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null
                && !address.toString().contains("*");
    }

    /** What a machine may do at the hub comes from its terms alone; people bring their own rights. */
    private static void rights(ClientTerms terms, List<Fault> faults) {
        boolean named = terms.principal() != null
                || terms.role() != null
                || !terms.procedures().isEmpty();
        boolean whole = terms.principal() != null
                && terms.role() != null
                && ROLE.matcher(terms.role()).matches();
        if (named && (!whole || terms.kind() != ClientKind.MACHINE)) {
            faults.add(
                    new Fault("role", "principal-and-role", "a machine that calls the hub has both; others neither"));
        }
    }

    /** Acting for a citizen needs a secret or a certificate, an agency that answers for it, and a known audience. */
    private static void exchanges(ClientTerms terms, List<Fault> faults) {
        boolean wanted = !terms.exchanges().isEmpty();
        if (wanted && !AUDIENCES.containsAll(terms.exchanges())) {
            faults.add(new Fault("exchanges", "audience", "these there are: " + String.join(", ", AUDIENCES)));
        }
        if (wanted && (!terms.kind().hasSecret() || terms.agency() == null || terms.isForStaff())) {
            faults.add(new Fault(
                    "exchanges", "who-may-exchange", "a citizens' portal or a machine with a secret and an agency"));
        }
    }

    private static void lives(ClientTerms terms, List<Fault> faults) {
        if (!within(terms.accessLife(), LONGEST_ACCESS)) {
            faults.add(new Fault("accessToken", "too-long", "at most one hour, more than nothing"));
        }
        if (!within(terms.refreshLife(), LONGEST_REFRESH)) {
            faults.add(new Fault("refreshToken", "too-long", "at most thirty days, more than nothing"));
        }
    }

    private static boolean within(Duration life, Duration longest) {
        return life.isPositive() && life.compareTo(longest) <= 0;
    }
}
