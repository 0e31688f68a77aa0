package vn.lienthong.hub.access;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.infra.HubHome;

/**
 * The administrator on the machine itself: whoever may read {@code data/secrets/admin-token}, or was given
 * {@code LIENTHONG_ADMIN_TOKEN} with the node, issues the first keys.
 *
 * <p>Accepted from loopback only, and never through a proxy, which would make the whole world look local.
 */
@Component
class LocalAdmin {

    private static final Logger log = LoggerFactory.getLogger(LocalAdmin.class);
    private static final Caller CALLER = new Caller(new Actor("local-admin", Role.ADMINISTRATOR));

    private final byte[] token;

    LocalAdmin(HubHome home, Environment environment) {
        String given = environment.getProperty("LIENTHONG_ADMIN_TOKEN", "").strip();
        this.token =
                given.isEmpty() ? read(home.secrets().resolve("admin-token")) : given.getBytes(StandardCharsets.UTF_8);
    }

    Optional<Caller> recognise(String presented, ServerHttpRequest request) {
        boolean proven = token.length > 0 && MessageDigest.isEqual(token, presented.getBytes(StandardCharsets.UTF_8));
        return proven && fromHere(request) ? Optional.of(CALLER) : Optional.empty();
    }

    private static boolean fromHere(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        boolean proxied = request.getHeaders().containsHeader("X-Forwarded-For")
                || request.getHeaders().containsHeader("Forwarded");
        return peer != null && peer.getAddress() != null && peer.getAddress().isLoopbackAddress() && !proxied;
    }

    private static byte[] read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip().getBytes(StandardCharsets.UTF_8) : new byte[0];
        } catch (IOException e) {
            log.warn("The local administrator's token cannot be read: {}", e.toString());
            return new byte[0];
        }
    }
}
