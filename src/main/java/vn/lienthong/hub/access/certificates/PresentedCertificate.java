package vn.lienthong.hub.access.certificates;

import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.lienthong.trust.Thumbprint;

/**
 * The certificate that a request came with: of its own connection by TLS, or in a header, which is believed from reverse
 * proxies of ours only and taken away from everybody else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class PresentedCertificate implements WebFilter {

    /** Set by nginx as {@code $ssl_client_escaped_cert}: the certificate in PEM, percent-encoded. */
    static final String HEADER = "X-Client-Certificate";

    private static final String PROXIES = "LIENTHONG_PROXIES";
    private static final String ATTRIBUTE = PresentedCertificate.class.getName();

    private final Set<String> proxies;

    PresentedCertificate(Environment environment) {
        this.proxies =
                Set.copyOf(List.of(environment.getProperty(PROXIES, "").strip().split("\\s*,\\s*")));
    }

    /** The certificate of this request, if it came with one. */
    public static Optional<X509Certificate> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        SslInfo connection = request.getSslInfo();
        String said = request.getHeaders().getFirst(HEADER);
        if (connection == null && said == null) {
            return chain.filter(exchange);
        }
        X509Certificate shown = connection == null ? null : first(connection);
        if (shown == null && said != null && fromProxy(request)) {
            shown = read(said);
        }
        if (shown != null) {
            exchange.getAttributes().put(ATTRIBUTE, shown);
        }
        return chain.filter(said == null ? exchange : without(exchange));
    }

    private boolean fromProxy(ServerHttpRequest request) {
        InetSocketAddress near = request.getRemoteAddress();
        return near != null
                && near.getAddress() != null
                && proxies.contains(near.getAddress().getHostAddress());
    }

    private static @Nullable X509Certificate first(SslInfo connection) {
        X509Certificate[] chain = connection.getPeerCertificates();
        return chain == null || chain.length == 0 ? null : chain[0];
    }

    private static @Nullable X509Certificate read(String header) {
        try {
            String pem = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.US_ASCII);
            return Thumbprint.read(pem).orElse(null);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static ServerWebExchange without(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(HEADER)))
                .build();
    }
}
