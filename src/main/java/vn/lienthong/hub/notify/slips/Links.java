package vn.lienthong.hub.notify.slips;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/**
 * Addresses that citizens are given: {@code LIENTHONG_PUBLIC_URL}, in standalone mode this machine's own. Without one
 * nothing is printed: an address that does not open is worse than none.
 */
@Component
public class Links {

    private final Environment environment;
    private final HubHome home;

    Links(Environment environment, HubHome home) {
        this.environment = environment;
        this.home = home;
    }

    /** Where the citizen sees how a dossier stands. */
    public Optional<String> tracking(String code) {
        return base().map(base -> base + "/tra-cuu?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    private Optional<String> base() {
        String given = environment.getProperty("LIENTHONG_PUBLIC_URL", "").strip();
        if (!given.isEmpty()) {
            return Optional.of(given.replaceFirst("/+$", ""));
        }
        return home.mode() == Mode.STANDALONE
                ? Optional.ofNullable(environment.getProperty("local.server.port"))
                        .map(port -> "http://127.0.0.1:" + port)
                : Optional.empty();
    }
}
