package vn.lienthong.identity.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.infra.HubHome;

/**
 * Whoever may read {@code data/secrets/admin-token}, or was given {@code LIENTHONG_ADMIN_TOKEN} with the node, makes the
 * first approvals. Accepted from loopback only, and never through a proxy, which would make the whole world look local. Not a bean: Boot would put it before every page.
 */
class MachineAdministrator extends OncePerRequestFilter {

    private static final String HEADER = "Authorization";
    private static final String BEARER = "Bearer ";
    private static final String NAME = "local-admin";

    private final byte[] token;

    MachineAdministrator(HubHome home, Environment environment) {
        String given = environment.getProperty("LIENTHONG_ADMIN_TOKEN", "").strip();
        this.token = (given.isEmpty() ? read(home.secrets().resolve("admin-token")) : given)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = request.getHeader(HEADER);
        boolean proven = token.length > 0
                && shown != null
                && MessageDigest.isEqual(
                        token, shown.replaceFirst("^" + BEARER, "").getBytes(StandardCharsets.UTF_8));
        if (proven && fromHere(request)) {
            var rights = AuthorityUtils.createAuthorityList("SCOPE_" + Callers.ADMINISTER, "SCOPE_" + Callers.OPERATE);
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(NAME, null, rights));
            SecurityContextHolder.setContext(context);
            chain.doFilter(new Proven(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean fromHere(HttpServletRequest request) throws IOException {
        boolean proxied = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        return !proxied && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token was understood: the next filter would take it for a broken one of another kind. */
    private static final class Proven extends HttpServletRequestWrapper {

        Proven(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HEADER.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HEADER.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }
}
