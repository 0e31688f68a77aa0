package vn.lienthong.identity.legacy;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.identity.client.LegacyTerms.Speech;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.pace.Denials;
import vn.lienthong.identity.telling.LoginClients;

/** Gives tickets and takes them back, once each; all of it is in the audit, never a ticket. */
@Component
class TicketDesk {

    private final Vouchers vouchers;
    private final Clients clients;
    private final Logins logins;
    private final LoginClients told;
    private final UsedTickets used;
    private final Journal journal;
    private final Denials denials;

    TicketDesk(
            Vouchers vouchers,
            Clients clients,
            Logins logins,
            LoginClients told,
            UsedTickets used,
            Journal journal,
            Denials denials) {
        this.vouchers = vouchers;
        this.clients = clients;
        this.logins = logins;
        this.told = told;
        this.used = used;
        this.journal = journal;
        this.denials = denials;
    }

    /** What a ticket stood for, or why it stands for nothing, in CAS' own words. */
    sealed interface Answer {

        record Good(Voucher voucher, Login login) implements Answer {}

        record Bad(String code, String sentence) implements Answer {}
    }

    /** The address of the service with a new ticket in it. */
    String draw(ClientTerms client, String service, Login login, Set<String> scopes, boolean anew) {
        var terms = Objects.requireNonNull(client.legacy());
        var voucher = new Voucher(client.id(), service, login.id(), scopes, anew);
        String ticket = vouchers.draw(Voucher.Kind.TICKET, voucher, terms.ticketLife());
        var details = Map.of("login", login.id().toString(), "scopes", scopes);
        journal.record(Actor.citizen(login.subject()), "ticket-granted", client.id(), details);
        return service + (service.contains("?") ? "&" : "?") + "ticket=" + ticket;
    }

    /** A ticket that was shown for another service is spent all the same. */
    Answer take(Speech speech, @Nullable String service, @Nullable String ticket, boolean anew) {
        if (service == null || service.isBlank() || ticket == null || ticket.isBlank()) {
            return bad("ticket", "INVALID_REQUEST", "service and ticket are needed");
        }
        Voucher voucher = vouchers.take(Voucher.Kind.TICKET, ticket).orElse(null);
        if (voucher == null) {
            return bad("ticket", "INVALID_TICKET", "the ticket is unknown, was used or is over");
        }
        if (!voucher.service().equals(service)
                || clients.ofService(service)
                        .filter(owner -> owner.id().equals(voucher.client()))
                        .map(ClientTerms::legacy)
                        .filter(terms -> terms.speaks() == speech)
                        .isEmpty()) {
            return bad(voucher.client(), "INVALID_SERVICE", "the ticket was given for another service");
        }
        Login login = logins.find(voucher.login()).orElse(null);
        if (login == null || anew && !voucher.anew()) {
            return bad(voucher.client(), "INVALID_TICKET", "the log-in does not hold, or is not new");
        }
        told.note(login.id(), voucher.client());
        used.note(login.id(), voucher.client(), ticket);
        var details = Map.of("login", login.id().toString(), "scopes", voucher.scopes());
        journal.record(Actor.client(voucher.client()), "ticket-used", voucher.client(), details);
        return new Answer.Good(voucher, login);
    }

    /** Writes a denial into the audit. */
    void refuse(String who, String code) {
        denials.record("refused", who, Map.of("error", code, "call", "Ticket"));
    }

    private Answer bad(String who, String code, String sentence) {
        refuse(who, code);
        return new Answer.Bad(code, sentence);
    }
}
