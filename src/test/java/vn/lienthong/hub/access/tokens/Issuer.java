package vn.lienthong.hub.access.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An identity provider of which there is no more than its keys, on a port of its own. */
public final class Issuer implements AutoCloseable {

    public static final String NAME = "https://identity.test";

    private final HttpServer server;
    private volatile RSAKey key;
    private volatile List<RSAKey> shown;
    private volatile int status = 200;

    public Issuer() throws IOException {
        key = First.KEY;
        shown = List.of(key);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            byte[] keys = new JWKSet(List.copyOf(shown)).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    public String jwkSetUri() {
        return "http://localhost:" + server.getAddress().getPort() + "/jwks";
    }

    RSAKey key() {
        return key;
    }

    void answersWith(int other) {
        status = other;
    }

    /** From now on it signs with another key, and shows both. */
    void rotates() throws JOSEException {
        key = fresh("second");
        shown = List.of(shown.getFirst(), key);
    }

    /** Made once, since making one takes a second. */
    private static final class First {
        static final RSAKey KEY = made();

        private static RSAKey made() {
            try {
                return fresh("first");
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static RSAKey fresh(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    public static JWTClaimsSet.Builder claims(Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience("lienthong-hub")
                .subject("client-1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("principal", "health")
                .claim("role", "SENDER")
                .claim("scope", "submission.write submission.read");
    }

    public String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, key);
    }

    static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims);
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
