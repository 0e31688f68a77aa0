package vn.lienthong.identity.subject;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log-ins that hold now, for those who may end one. */
@Component
class OpenLogins {

    private final JdbcClient db;

    OpenLogins(JdbcClient db) {
        this.db = db;
    }

    /**
     * One of them.
     *
     * @param name of the account of staff; a citizen has only the opaque subject
     * @param clients that were given it
     */
    record OpenLogin(
            UUID id,
            String subject,
            @Nullable String name,
            String provider,
            @Nullable String acr,
            Instant at,
            List<String> clients) {}

    /** Newest first, those before that moment; {@code who} is a subject or the name of an account of staff. */
    List<OpenLogin> page(@Nullable String who, Instant before, UUID beforeId, int most) {
        return db.sql("""
                        select l.id, l.subject, s.name, l.provider, l.acr, l.at,
                               array(select c.client_id from identity.login_clients c where c.login = l.id order by 1) as clients
                          from identity.logins l left join identity.staff s on s.subject = l.subject
                         where l.ended_at is null and (l.at, l.id) < (:before, :beforeId)
                           and (cast(:who as text) is null or l.subject = :who
                             or l.subject in (select subject from identity.staff where name = :who))
                         order by l.at desc, l.id desc limit :most
                        """)
                .param("who", who)
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param("beforeId", beforeId)
                .param("most", most)
                .query((row, number) -> login(row))
                .list();
    }

    private static OpenLogin login(ResultSet row) throws SQLException {
        return new OpenLogin(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("subject"),
                row.getString("name"),
                row.getString("provider"),
                row.getString("acr"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                clients(row.getArray("clients")));
    }

    private static List<String> clients(Array clients) throws SQLException {
        return List.of((String[]) clients.getArray());
    }
}
