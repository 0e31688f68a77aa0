package vn.lienthong.identity.provider;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import vn.lienthong.trust.Seal;

/**
 * The library's table with keyed hashes in place of codes and tokens: whoever reads the database can use none of them. A
 * token is found by its hash, and then carries the value that was shown; the others that lie beside it stay hashes, which
 * nothing ever hands out.
 *
 * <p>The library reads the types of its columns when it is made, so it is made with the first call that finds the table.
 */
final class HashedAuthorizations implements OAuth2AuthorizationService {

    private static final String MARK = "hashed:";
    private static final Set<String> PLAIN = Set.of("state");

    private final JdbcTemplate db;
    private final RegisteredClientRepository clients;
    private final Seal seal;
    private volatile @Nullable OAuth2AuthorizationService library;

    HashedAuthorizations(JdbcTemplate db, RegisteredClientRepository clients, Seal seal) {
        this.db = db;
        this.clients = clients;
        this.seal = seal;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        library().save(mapped(authorization, value -> value.startsWith(MARK) ? value : hash(value)));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        library().remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return library().findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type != null && PLAIN.contains(type.getValue())) {
            return library().findByToken(token, type);
        }
        String hash = hash(token);
        OAuth2Authorization found = library().findByToken(hash, type);
        return found == null ? null : mapped(found, value -> value.equals(hash) ? token : value);
    }

    private String hash(String value) {
        return MARK + seal.hash("token-at-rest " + value);
    }

    private OAuth2AuthorizationService library() {
        OAuth2AuthorizationService made = library;
        return made == null ? make() : made;
    }

    private synchronized OAuth2AuthorizationService make() {
        OAuth2AuthorizationService made = library;
        if (made == null) {
            if (db.queryForObject("select to_regclass('identity.oauth2_authorization')::text", String.class) == null) {
                throw new IllegalStateException("The tables of identity are not there yet");
            }
            made = new JdbcOAuth2AuthorizationService(db, clients);
            library = made;
        }
        return made;
    }

    private static OAuth2Authorization mapped(OAuth2Authorization from, UnaryOperator<String> values) {
        var to = OAuth2Authorization.from(from);
        put(to, from.getToken(OAuth2AuthorizationCode.class), values);
        put(to, from.getToken(OAuth2AccessToken.class), values);
        put(to, from.getToken(OidcIdToken.class), values);
        put(to, from.getToken(OAuth2RefreshToken.class), values);
        return to.build();
    }

    private static <T extends OAuth2Token> void put(
            OAuth2Authorization.Builder to, OAuth2Authorization.@Nullable Token<T> held, UnaryOperator<String> values) {
        if (held != null) {
            Map<String, Object> said = held.getMetadata();
            to.token(of(held.getToken(), values.apply(held.getToken().getTokenValue())), all -> {
                all.clear();
                all.putAll(said);
            });
        }
    }

    private static OAuth2Token of(OAuth2Token token, String value) {
        return switch (token) {
            case OAuth2AuthorizationCode code ->
                new OAuth2AuthorizationCode(
                        value, Objects.requireNonNull(code.getIssuedAt()), Objects.requireNonNull(code.getExpiresAt()));
            case OAuth2AccessToken access ->
                new OAuth2AccessToken(
                        access.getTokenType(), value, access.getIssuedAt(), access.getExpiresAt(), access.getScopes());
            case OidcIdToken id -> new OidcIdToken(value, id.getIssuedAt(), id.getExpiresAt(), id.getClaims());
            case OAuth2RefreshToken refresh ->
                new OAuth2RefreshToken(value, refresh.getIssuedAt(), refresh.getExpiresAt());
            default -> throw new IllegalArgumentException("A token of an unknown kind");
        };
    }
}
