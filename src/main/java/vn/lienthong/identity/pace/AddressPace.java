package vn.lienthong.identity.pace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.trust.Seal;

/**
 * Holds addresses to the pages they may ask for in a minute, and to the calls that prove nothing. Whoever proves itself
 * is not counted here. Addresses are counted by a keyed hash.
 */
final class AddressPace extends OncePerRequestFilter {

    private static final Pattern PROGRAMS = Pattern.compile("/oauth2/(token|introspect|revoke|par|jwks)|/userinfo"
            + "|/cas/(p3/)?serviceValidate|/proxy/.*|/(api|actuator|\\.well-known)/.*");

    /** A proxy asks once per page of its portal, for people who are not logged in too. */
    private static final Pattern FREE =
            Pattern.compile("/identity\\.css|/error|/actuator/health.*|/favicon\\.ico|/proxy/auth");

    private static final int MOST_ADDRESSES = 10_000;

    private final Tally tally;
    private final Origins origins;
    private final Denials denials;
    private final Seal seal;
    private final PaceSettings settings;
    private final Clock clock;
    private final Cache<String, Instant> shut = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterWrite(Tally.MINUTE)
            .build();

    AddressPace(Tally tally, Origins origins, Denials denials, Seal seal, PaceSettings settings, Clock clock) {
        this.tally = tally;
        this.origins = origins;
        this.denials = denials;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return FREE.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = "from:" + seal.hash("pace-address " + origins.counted(request));
        if (PROGRAMS.matcher(request.getRequestURI()).matches()) {
            program(address, request, response, chain);
            return;
        }
        Optional<Duration> wait = tally.over("page:" + address, settings.perAddress());
        if (wait.isPresent()) {
            denials.record("too-many-calls", "address", Map.of("error", "too_many_pages"));
            TooMany.tellBrowser(response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private void program(String address, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant until = shut.getIfPresent(address);
        Duration left = until == null ? Duration.ZERO : Duration.between(clock.instant(), until);
        if (left.isPositive()) {
            denials.record("too-many-calls", "address", Map.of("error", "too_many_failures"));
            TooMany.tellProgram(response, left);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            tally.over("failed:" + address, settings.failures())
                    .ifPresent(wait -> shut.put(address, clock.instant().plus(wait)));
        }
    }
}
