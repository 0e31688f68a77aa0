package vn.lienthong.identity.pace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Which address a request comes from: of the browser, or, behind a reverse proxy of ours, what that proxy saw. */
@Component
public class Origins {

    /** Addresses of our own reverse proxies, with commas between; {@code X-Forwarded-For} of nobody else is believed. */
    public static final String PROXIES = "LIENTHONG_PROXIES";

    private static final int IPV6_NETWORK_GROUPS = 4;

    private final Set<String> proxies;

    Origins(Environment environment) {
        this.proxies =
                Set.copyOf(List.of(environment.getProperty(PROXIES, "").strip().split("\\s*,\\s*")));
    }

    public String of(HttpServletRequest request) {
        String near = request.getRemoteAddr();
        String said = request.getHeader("X-Forwarded-For");
        return said != null && proxies.contains(near)
                ? said.substring(said.lastIndexOf(',') + 1).strip()
                : near;
    }

    /** What counts for limits: of IPv6 the network, since one house has a whole one. */
    String counted(HttpServletRequest request) {
        String address = of(request);
        String[] groups = address.split(":", -1);
        return groups.length <= IPV6_NETWORK_GROUPS || address.contains("::")
                ? address
                : String.join(":", List.of(groups).subList(0, IPV6_NETWORK_GROUPS));
    }
}
