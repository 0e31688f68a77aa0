package vn.lienthong.identity.login;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.Seal;

/**
 * The log-ins that hold. The session carries only the id of one; what is known about it lies here, so that ending it
 * here ends it for every node and every session.
 */
@Component
public class Logins {

    private static final String MARK = "LOGIN_";

    private final JdbcClient db;
    private final Seal seal;
    private final Clock clock;

    Logins(JdbcClient db, Seal seal, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.clock = clock;
    }

    /** Keeps it; the id token of the provider above, if any, is sealed for the log-out there. */
    public Authentication begin(Login login, @Nullable String upstreamIdToken) {
        db.sql("""
                insert into identity.logins (id, subject, account, provider, acr, ial, at, upstream)
                values (:id, :subject, :account, :provider, :acr, :ial, :at, :upstream)
                """)
                .param("id", login.id())
                .param("subject", login.subject())
                .param("account", login.account(), Types.OTHER)
                .param("provider", login.provider())
                .param("acr", login.acr())
                .param("ial", login.ial(), Types.INTEGER)
                .param("at", OffsetDateTime.ofInstant(login.at(), ZoneOffset.UTC))
                .param(
                        "upstream",
                        upstreamIdToken == null ? null : seal.seal(upstreamIdToken.getBytes(StandardCharsets.UTF_8)),
                        Types.BINARY)
                .update();
        List<GrantedAuthority> marks = List.of(
                new SimpleGrantedAuthority(MARK + login.id()),
                FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY)
                        .issuedAt(login.at())
                        .build());
        return UsernamePasswordAuthenticationToken.authenticated(login.subject(), null, marks);
    }

    /** The log-in of this browser, while it holds, its subject is not locked, and staff have rights. */
    public Optional<Login> of(@Nullable Authentication browser) {
        return idOf(browser).flatMap(this::find);
    }

    /** The log-in that a principal was made for, whether or not it still holds. */
    public static Optional<UUID> idOf(@Nullable Authentication browser) {
        return browser == null
                ? Optional.empty()
                : browser.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(Objects::nonNull)
                        .filter(authority -> authority.startsWith(MARK))
                        .map(authority -> UUID.fromString(authority.substring(MARK.length())))
                        .findFirst();
    }

    /** While it holds. */
    public Optional<Login> find(UUID id) {
        return db.sql("""
                        select l.* from identity.logins l join identity.subjects s on s.id = l.subject
                        where l.id = :id and l.ended_at is null and s.locked_at is null
                          and (s.kind <> 'STAFF' or exists (select 1 from identity.staff_grants g where g.subject = s.id
                            and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())))
                        """).param("id", id).query((row, number) -> login(row)).optional();
    }

    /** Ends it; false when it had ended. */
    public boolean end(UUID id, String by) {
        return db.sql("update identity.logins set ended_at = :now, ended_by = :by where id = :id and ended_at is null")
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Ends all of a subject. */
    public void endAll(String subject, String by) {
        db.sql(
                        "update identity.logins set ended_at = :now, ended_by = :by where subject = :subject and ended_at is null")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", by)
                .param("subject", subject)
                .update();
    }

    private static Login login(ResultSet row) throws SQLException {
        Instant at = Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                .toInstant();
        return new Login(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("subject"),
                row.getObject("account", UUID.class),
                row.getString("provider"),
                row.getString("acr"),
                row.getObject("ial", Integer.class),
                at);
    }
}
