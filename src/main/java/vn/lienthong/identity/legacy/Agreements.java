package vn.lienthong.identity.legacy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.provider.Scopes;

/** What people agreed to tell to which portal, beside what they agreed to at the protocol's own end point. */
@Component
class Agreements {

    private static final String MARK = "SCOPE_";

    private final JdbcClient db;

    Agreements(JdbcClient db) {
        this.db = db;
    }

    /** What this portal wants to know of people. */
    static Set<String> wanted(ClientTerms client) {
        return Scopes.PERSONAL.stream().filter(client.scopes()::contains).collect(Collectors.toSet());
    }

    /** Of that, what this person lets it know. */
    Set<String> given(ClientTerms client, String subject) {
        Set<String> wanted = wanted(client);
        if (client.asksForConsent()) {
            wanted.retainAll(kept(client.id(), subject));
        }
        return wanted;
    }

    /** What was agreed to before and is not any more is told no more. */
    void keep(ClientTerms client, String subject, Set<String> scopes) {
        Set<String> all = new TreeSet<>(kept(client.id(), subject));
        all.removeAll(wanted(client));
        all.addAll(scopes);
        db.sql("""
                insert into identity.oauth2_authorization_consent (registered_client_id, principal_name, authorities)
                values (:client, :subject, :all)
                on conflict (registered_client_id, principal_name) do update set authorities = excluded.authorities
                """)
                .param("client", client.id())
                .param("subject", subject)
                .param("all", all.stream().map(scope -> MARK + scope).collect(Collectors.joining(",")))
                .update();
    }

    private Set<String> kept(String client, String subject) {
        return db.sql("""
                        select authorities from identity.oauth2_authorization_consent
                        where registered_client_id = :client and principal_name = :subject
                        """).param("client", client).param("subject", subject).query(String.class).optional().stream()
                .flatMap(all -> Arrays.stream(all.split(",")))
                .map(authority -> authority.replaceFirst("^" + MARK, ""))
                .collect(Collectors.toSet());
    }
}
