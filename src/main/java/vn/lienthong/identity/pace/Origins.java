package vn.lienthong.identity.pace;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Which address a request comes from: of the browser, or, behind a reverse proxy of ours, what that proxy saw. */
@Component
public class Origins {

    /** Addresses of our own reverse proxies, with commas between; {@code X-Forwarded-For} of nobody else is believed. */
    public static final String PROXIES = "LIENTHONG_PROXIES";

    /** Of the sixteen of an address of IPv6. */
    private static final int NETWORK_BYTES = 8;

    private final Set<String> proxies;

    Origins(Environment environment) {
        this.proxies =
                Set.copyOf(List.of(environment.getProperty(PROXIES, "").strip().split("\\s*,\\s*")));
    }

    public String of(HttpServletRequest request) {
        String near = request.getRemoteAddr();
        List<String> said = Collections.list(request.getHeaders("X-Forwarded-For"));
        return said.isEmpty() || !proxies.contains(near) ? near : last(said.getLast());
    }

    private static String last(String values) {
        return values.substring(values.lastIndexOf(',') + 1).strip();
    }

    String counted(HttpServletRequest request) {
        return counted(of(request));
    }

    /** What counts for limits: of IPv6 the network, however it is written, since one house has a whole one. */
    public static String counted(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address long6
                    ? HexFormat.of().formatHex(long6.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }
}
