package vn.lienthong.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;

/** A log-in without any provider above, for tests of what comes after it. */
@RestController
class TrialLoginEndpoint {

    private final Logins logins;
    private final JdbcClient db;

    TrialLoginEndpoint(Logins logins, JdbcClient db) {
        this.logins = logins;
        this.db = db;
    }

    @GetMapping("/trial-login")
    String login(
            @RequestParam String subject,
            @RequestParam @Nullable String acr,
            HttpServletRequest request,
            HttpServletResponse response) {
        db.sql(
                        "insert into identity.subjects (id, kind, created_at) values (?, 'PERSON', now()) on conflict do nothing")
                .param(subject)
                .update();
        var login = new Login(UUID.randomUUID(), subject, null, "trial", acr, null, Instant.now());
        var context = new SecurityContextImpl(logins.begin(login, null));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return login.id().toString();
    }
}

class TrialLogin {

    @Bean
    TrialLoginEndpoint trialLoginEndpoint(Logins logins, JdbcClient db) {
        return new TrialLoginEndpoint(logins, db);
    }

    @Bean
    @Order(0)
    SecurityFilterChain trial(HttpSecurity http) {
        return http.securityMatcher("/trial-login")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
