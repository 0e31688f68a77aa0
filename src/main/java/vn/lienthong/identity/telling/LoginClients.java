package vn.lienthong.identity.telling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which clients were given a log-in. */
@Component
public class LoginClients {

    private final JdbcClient db;
    private final Clock clock;

    LoginClients(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** From now on this client is told when the log-in ends. */
    public void note(UUID login, String client) {
        db.sql("""
                insert into identity.login_clients (login, client_id, first_at) values (:login, :client, :now)
                on conflict do nothing
                """)
                .param("login", login)
                .param("client", client)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
