package vn.lienthong.hub.console.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.infra.HubHome;

/** The console as a client of the provider. Its secret is a setting, or the file that the provider beside us writes. */
@Component
class ConsoleClient implements ReactiveClientRegistrationRepository {

    /** What the log-in asks for; the provider gives of these what the role may have. */
    private static final String[] SCOPES = {
        "openid",
        "profile",
        "submission.write",
        "submission.read",
        "questions",
        "status.read",
        "tracking.read",
        "catalog.read",
        "dossier.read",
        "hub.read",
        "hub.write",
        "hub.admin",
        "identity.audit",
        "identity.operate",
        "identity.admin"
    };

    private final ConsoleSettings settings;
    private final Path file;
    private final Scheduler blocking;

    ConsoleClient(ConsoleSettings settings, HubHome home, @Qualifier("blocking") Scheduler blocking) {
        this.settings = settings;
        this.file = home.secrets().resolve("clients").resolve(settings.client());
        this.blocking = blocking;
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return secret().map(this::registration);
    }

    /** Read each time: it is seldom asked for, and may be replaced. */
    Mono<String> secret() {
        return Mono.fromCallable(this::found).subscribeOn(blocking);
    }

    private String found() {
        try {
            return settings.secret().isEmpty() && Files.exists(file)
                    ? Files.readString(file).strip()
                    : settings.secret();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ClientRegistration registration(String secret) {
        return ClientRegistration.withRegistrationId("province")
                .clientId(settings.client())
                .clientSecret(secret)
                .clientAuthenticationMethod(
                        secret.isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.address() + "/console/log-in/done")
                .scope(SCOPES)
                .issuerUri(settings.issuer())
                .authorizationUri(settings.issuer() + "/oauth2/authorize")
                .tokenUri(settings.provider() + "/oauth2/token")
                .jwkSetUri(settings.keys())
                .userNameAttributeName("sub")
                .build();
    }
}
