package vn.lienthong.identity.upstream;

import java.time.Clock;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.pace.Denials;
import vn.lienthong.identity.upstream.LogoutTokens.Ended;

/** A provider above says that a session of its ended: so do the log-ins that came from it, and departments are told. */
@RestController
class LogoutFromAboveEndpoint {

    private static final int LONGEST_SID = 300;

    private final Upstreams upstreams;
    private final LogoutTokens tokens;
    private final Logins logins;
    private final Journal journal;
    private final Denials denials;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LogoutFromAboveEndpoint(
            Upstreams upstreams,
            LogoutTokens tokens,
            Logins logins,
            Journal journal,
            Denials denials,
            TransactionTemplate transaction,
            Clock clock) {
        this.clock = clock;
        this.upstreams = upstreams;
        this.tokens = tokens;
        this.logins = logins;
        this.journal = journal;
        this.denials = denials;
        this.transaction = transaction;
    }

    /** By the provider's server; one that is shown again ends no log-in that began since. */
    @PostMapping("/logout/above/{provider}")
    ResponseEntity<Map<String, String>> back(
            @PathVariable String provider, @RequestParam("logout_token") @Nullable String token) {
        ClientRegistration registration = upstreams.findByRegistrationId(provider);
        if (registration == null) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        Ended ended = token == null ? null : tokens.read(registration, token).orElse(null);
        if (ended == null) {
            denials.record("refused", provider, Map.of("error", "invalid_request", "call", "Logout"));
            return answer(HttpStatus.BAD_REQUEST)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("error", "invalid_request"));
        }
        String issuer = registration.getProviderDetails().getIssuerUri();
        end(provider, () -> logins.endAbove(provider, String.valueOf(issuer), ended.sub(), ended.sid(), ended.at()));
        return answer(HttpStatus.OK).build();
    }

    /** In a frame of the provider's page, where our cookie does not come along: its name of the session says which. */
    @GetMapping("/logout/above/{provider}")
    ResponseEntity<Map<String, String>> front(
            @PathVariable String provider, @RequestParam @Nullable String iss, @RequestParam @Nullable String sid) {
        boolean named = upstreams
                .find(provider)
                .filter(upstream -> upstream.issuer().equals(iss))
                .isPresent();
        if (iss == null || !named || sid == null || sid.isBlank() || sid.length() > LONGEST_SID) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        end(provider, () -> logins.endAbove(provider, iss, null, sid, clock.instant()));
        return answer(HttpStatus.OK).build();
    }

    private void end(String provider, IntSupplier ending) {
        transaction.executeWithoutResult(status -> {
            int count = ending.getAsInt();
            if (count > 0) {
                journal.record(Actor.IDENTITY, "logged-out-above", provider, Map.of("logins", count));
            }
        });
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
