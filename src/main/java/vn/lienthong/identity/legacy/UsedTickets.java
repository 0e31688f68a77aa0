package vn.lienthong.identity.legacy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.telling.Farewell;
import vn.lienthong.trust.Seal;

/** Tickets that were used: a portal knows its session by the ticket, so it must hear it once more when that ends. */
@Component
class UsedTickets implements Farewell {

    private static final String LETTER = """
            <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="%s" Version="2.0" \
            IssueInstant="%s"><saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:NameID>\
            <samlp:SessionIndex>%s</samlp:SessionIndex></samlp:LogoutRequest>""";

    private final JdbcClient db;
    private final Seal seal;
    private final Clock clock;

    UsedTickets(JdbcClient db, Seal seal, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.clock = clock;
    }

    void note(UUID login, String client, String ticket) {
        db.sql("""
                insert into identity.used_tickets (login, client_id, ticket, used_at)
                values (:login, :client, :ticket, :now)
                """)
                .param("login", login)
                .param("client", client)
                .param("ticket", seal.seal(ticket.getBytes(StandardCharsets.UTF_8)))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Override
    public List<String> letters(String client, UUID login, String subject, String id) {
        List<byte[]> tickets = db.sql("""
                        select ticket from identity.used_tickets
                        where login = :login and client_id = :client order by used_at
                        """)
                .param("login", login)
                .param("client", client)
                .query(byte[].class)
                .list();
        String now = clock.instant().toString();
        return IntStream.range(0, tickets.size())
                .mapToObj(no -> LETTER.formatted(
                        id + "-" + no,
                        now,
                        Xml.text(subject),
                        new String(seal.open(tickets.get(no)), StandardCharsets.UTF_8)))
                .toList();
    }
}
