package vn.lienthong.hub.access;

import static vn.lienthong.hub.platform.audit.Right.CONFIGURE;
import static vn.lienthong.hub.platform.audit.Right.REPLAY;
import static vn.lienthong.hub.platform.audit.Right.REVEAL;
import static vn.lienthong.hub.platform.audit.Right.SEE_LISTS;
import static vn.lienthong.hub.platform.audit.Role.CITIZEN;
import static vn.lienthong.hub.platform.audit.Role.DEPARTMENT_USER;
import static vn.lienthong.hub.platform.audit.Role.NATIONAL_PORTAL;
import static vn.lienthong.hub.platform.audit.Role.SENDER;
import static vn.lienthong.hub.platform.audit.Role.UNIFIED_PORTAL;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.Problems;

/** Who may ask for what: one line per kind of page. Nothing is open that is not listed as open. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class AccessSecurity {

    private static final String DOOR = "/api/v1/senders/{sender}/submissions";
    private static final String SERVICE = "/soap/{sender}";
    private static final String ENVELOPE = "/envelope/{sender}/mapi/*";
    private static final String TRACKING = "/api/v1/tracking/**";
    private static final String[] OPEN = {
        "/",
        "/favicon.ico",
        "/actuator/health/**",
        "/openapi.json",
        "/docs/**",
        "/schemas/**",
        "/tra-cuu/**",
        "/api/v1/files/*",
        "/api/v1/payments/confirm"
    };

    private static final String[] STAFF = {
        "/api/v1/national/maintenance",
        "/api/v1/national/outlook",
        "/api/v1/national/link",
        "/api/v1/national/calls",
        "/api/v1/national/feed",
        "/api/v1/supplements/**",
        "/api/v1/divergences",
        "/api/v1/findings",
        "/api/v1/payments/**",
        "/api/v1/integrity",
        "/api/v1/stuck",
        "/api/v1/meanings/**",
        "/api/v1/dispatches",
        "/api/v1/reports/**",
        "/api/v1/call-backs/**",
        "/api/v1/file-fetches",
        "/api/v1/collections/**",
        "/api/v1/reconciliations/**",
        "/api/v1/resends/**",
        "/api/v1/hand-over",
        "/api/v1/routes/**"
    };

    /** What a department's people see of their own. */
    private static final String[] STAFF_AND_DEPARTMENTS = {
        "/api/v1/dossiers/sync",
        "/api/v1/dossiers/*/sync",
        "/api/v1/dossiers/timeline",
        "/api/v1/dossiers/*/timeline",
        "/api/v1/dossiers/notices",
        "/api/v1/dossiers/*/notices",
        "/api/v1/national/blocked",
        "/api/v1/queues/**"
    };

    /** Printed forms hold personal data in full. */
    private static final String[] SLIPS = {"/api/v1/dossiers/slips/**", "/api/v1/dossiers/*/slips/**"};

    /** What a citizen may read of a dossier of theirs. */
    private static final String[] DOSSIERS = {
        "/api/v1/dossiers", "/api/v1/dossiers/*", "/api/v1/dossiers/events", "/api/v1/dossiers/*/events"
    };

    /** Who looked at a dossier; also for the citizen whose it is. */
    private static final String[] VIEWERS = {"/api/v1/dossiers/viewers", "/api/v1/dossiers/*/viewers"};

    /** Pages on which a sender sees what is its own. */
    private static final String[] STAFF_AND_SENDERS = {
        "/api/v1/dossiers/records/**",
        "/api/v1/dossiers/*/records/**",
        "/api/v1/submissions/**",
        "/api/v1/failures/**",
        "/api/v1/accounts/**"
    };

    /** What every log-in at the console may ask. */
    private static final String[] CONSOLE = {
        "/api/v1/overview", "/api/v1/search", "/api/v1/issues/**", "/api/v1/senders"
    };

    /** The door has a chain of its own: every push passes it; whose submissions a key opens, the door itself knows. */
    @Bean
    @Order(0)
    SecurityWebFilterChain doorSecurity(Callers callers, Problems problems) {
        return keyed(DOOR, new KeyFilter(callers, problems, EnumSet.allOf(Role.class)));
    }

    /** A service's description is open, since tools fetch it without a key; its calls are not. */
    @Bean
    @Order(0)
    SecurityWebFilterChain descriptionSecurity() {
        return new MatcherSecurityWebFilterChain(
                new PathPatternParserServerWebExchangeMatcher(SERVICE, HttpMethod.GET),
                List.of((exchange, chain) -> chain.filter(exchange)));
    }

    @Bean
    @Order(0)
    SecurityWebFilterChain serviceSecurity(Callers callers, Problems problems) {
        return new MatcherSecurityWebFilterChain(
                new PathPatternParserServerWebExchangeMatcher(SERVICE, HttpMethod.POST),
                List.of(new KeyFilter(callers, problems, EnumSet.allOf(Role.class), true)));
    }

    /** Whoever calls by an envelope says who it is inside it: by its password, then by its session. */
    @Bean
    @Order(0)
    SecurityWebFilterChain envelopeSecurity() {
        return new MatcherSecurityWebFilterChain(
                new PathPatternParserServerWebExchangeMatcher(ENVELOPE),
                List.of((exchange, chain) -> chain.filter(exchange)));
    }

    /** So has tracking, which the portals ask for more often than for anything else. */
    @Bean
    @Order(1)
    SecurityWebFilterChain trackingSecurity(Callers callers, Problems problems) {
        return keyed(TRACKING, new KeyFilter(callers, problems, with(SEE_LISTS, UNIFIED_PORTAL)));
    }

    private static SecurityWebFilterChain keyed(String pages, KeyFilter filter) {
        return new MatcherSecurityWebFilterChain(new PathPatternParserServerWebExchangeMatcher(pages), List.of(filter));
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain hubSecurity(ServerHttpSecurity http, Callers callers, Problems problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(new CallerFilter(callers, problems), SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(spec -> spec.authenticationEntryPoint(
                                (exchange, e) -> problems.write(exchange, Callers.UNKNOWN_KEY))
                        .accessDeniedHandler((exchange, e) -> problems.write(exchange, Callers.FORBIDDEN)))
                .authorizeExchange(AccessSecurity::rules)
                .build();
    }

    private static void rules(AuthorizeExchangeSpec pages) {
        pages.pathMatchers(OPEN).permitAll();
        pages.pathMatchers(HttpMethod.GET, STAFF_AND_SENDERS)
                .hasAnyRole(names(with(SEE_LISTS, SENDER, DEPARTMENT_USER)));
        pages.pathMatchers(HttpMethod.POST, "/api/v1/mappings/*/dry-run").hasAnyRole(names(with(REPLAY, SENDER)));
        pages.pathMatchers("/api/v1/questions/**").hasAnyRole(names(with(REPLAY, SENDER)));
        pages.pathMatchers("/sandbox/**").hasAnyRole(names(with(REPLAY, SENDER)));
        pages.pathMatchers("/api/v1/status-changes/**", "/api/v1/national/lookup")
                .hasAnyRole(names(with(CONFIGURE, NATIONAL_PORTAL)));
        pages.pathMatchers(CONSOLE).hasAnyRole(names(with(SEE_LISTS, DEPARTMENT_USER)));
        pages.pathMatchers(HttpMethod.GET, "/api/v1/me").hasAnyRole(names(EnumSet.allOf(Role.class)));
        pages.pathMatchers("/api/v1/inbox/**").hasRole(SENDER.name());
        pages.pathMatchers(HttpMethod.GET, SLIPS).hasAnyRole(names(with(REVEAL, SENDER)));
        pages.pathMatchers(HttpMethod.GET, "/api/v1/audit/**").hasAnyRole(names(with(REVEAL)));
        pages.pathMatchers(HttpMethod.GET, VIEWERS).hasAnyRole(names(with(REVEAL, CITIZEN)));
        pages.pathMatchers(HttpMethod.GET, "/api/v1/catalog/**").hasAnyRole(names(EnumSet.allOf(Role.class)));
        pages.pathMatchers(HttpMethod.GET, STAFF_AND_DEPARTMENTS).hasAnyRole(names(with(SEE_LISTS, DEPARTMENT_USER)));
        pages.pathMatchers(HttpMethod.GET, STAFF).hasAnyRole(names(with(SEE_LISTS)));
        pages.pathMatchers(HttpMethod.GET, DOSSIERS)
                .hasAnyRole(names(with(SEE_LISTS, SENDER, UNIFIED_PORTAL, DEPARTMENT_USER, CITIZEN)));
        pages.pathMatchers(HttpMethod.GET, "/api/v1/dossiers/**")
                .hasAnyRole(names(with(SEE_LISTS, SENDER, UNIFIED_PORTAL, DEPARTMENT_USER)));
        pages.pathMatchers("/api/v1/keys/**", "/api/v1/certificates/**", "/api/v1/config/**")
                .hasAnyRole(names(with(CONFIGURE)));
        pages.pathMatchers(HttpMethod.GET, "/actuator/**").hasAnyRole(names(with(SEE_LISTS)));
        pages.anyExchange().hasAnyRole(names(with(REPLAY)));
    }

    /** The province's staff who have this right, and these. */
    private static Set<Role> with(Right right, Role... others) {
        return Stream.concat(
                        Stream.of(Role.values()).filter(role -> role.isStaff() && role.has(right)), Stream.of(others))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    /** Present so that Boot adds no user with a generated password; keys are checked by {@link CallerFilter} alone. */
    @Bean
    ReactiveAuthenticationManager nobodyByPassword() {
        return authentication -> Mono.error(new BadCredentialsException("Only API keys open the hub"));
    }

    /** Meters of the pages themselves are enough. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecureRandom chance() {
        return new SecureRandom();
    }
}
