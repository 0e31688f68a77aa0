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
    public Authentication begin(Login login, @Nullable Above above) {
        db.sql("""
                insert into identity.logins (id, subject, account, provider, acr, ial, at, upstream, above, above_sid)
                values (:id, :subject, :account, :provider, :acr, :ial, :at, :upstream, :above, :sid)
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
                        above == null ? null : seal.seal(above.idToken().getBytes(StandardCharsets.UTF_8)),
                        Types.BINARY)
                .param("above", above == null ? null : above.provider(), Types.VARCHAR)
                .param("sid", above == null ? null : above.sid(), Types.VARCHAR)
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

    /** What it was at the provider above, also once it has ended. */
    public Optional<Above> above(UUID id) {
        return db.sql("select above, upstream, above_sid from identity.logins where id = :id and above is not null")
                .param("id", id)
                .query((row, number) -> new Above(
                        row.getString("above"),
                        new String(seal.open(row.getBytes("upstream")), StandardCharsets.UTF_8),
                        row.getString("above_sid")))
                .optional();
    }

    /** Ends those that came from a session above: of that name, and where none was said, of that account. */
    public int endAbove(
            String provider, String issuer, @Nullable String sub, @Nullable String sid, Instant begunBefore) {
        return db.sql("""
                        update identity.logins l set ended_at = :now, ended_by = 'log-out above'
                        where l.ended_at is null and l.above = :provider
                          and (l.above_sid = :sid or (l.above_sid is null or cast(:sid as text) is null)
                            and l.at < :before and (exists (select 1 from identity.accounts a
                                  where a.id = l.account and a.issuer = :issuer and a.sub = :sub)
                              or exists (select 1 from identity.staff_accounts_elsewhere s
                                  where s.subject = l.subject and s.issuer = :issuer and s.sub = :sub)))
                        """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("provider", provider)
                .param("issuer", issuer)
                .param("sub", sub, Types.VARCHAR)
                .param("before", OffsetDateTime.ofInstant(begunBefore, ZoneOffset.UTC))
                .param("sid", sid, Types.VARCHAR)
                .update();
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
