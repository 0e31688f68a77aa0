package vn.lienthong.identity.upstream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.IdentitySettings;
import vn.lienthong.identity.upstream.UpstreamFile.Offered;

/** The providers that citizens may choose from, and their registrations for the library. */
@Component
public class Upstreams implements ClientRegistrationRepository {

    static final String CALLBACK = "/login/oauth2/code/";

    private final Map<String, Upstream> offered = new LinkedHashMap<>();
    private final Map<String, ClientRegistration> registrations = new LinkedHashMap<>();

    Upstreams(UpstreamFile file, IdentitySettings settings) {
        for (Offered one : file.offered()) {
            offered.put(one.upstream().id(), one.upstream());
            registrations.put(one.upstream().id(), registration(one, settings));
        }
    }

    /** Those for citizens, in the order of the file. */
    public List<Upstream> all() {
        return offered.values().stream().filter(one -> !one.staff()).toList();
    }

    /** Those for staff. */
    public List<Upstream> ofStaff() {
        return offered.values().stream().filter(Upstream::staff).toList();
    }

    public Optional<Upstream> find(String id) {
        return Optional.ofNullable(offered.get(id));
    }

    /** Ours at that provider. */
    @Nullable
    String clientId(String id) {
        ClientRegistration registration = registrations.get(id);
        return registration == null ? null : registration.getClientId();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return registrations.get(id);
    }

    /** Each has a callback of its own, so that the answer of one can never pass for that of another. */
    private static ClientRegistration registration(Offered one, IdentitySettings settings) {
        Upstream upstream = one.upstream();
        return ClientRegistration.withRegistrationId(upstream.id())
                .clientId(one.credentials().id())
                .clientSecret(one.credentials().secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.issuer() + CALLBACK + upstream.id())
                .scope(upstream.scopes())
                .authorizationUri(upstream.authorize())
                .tokenUri(upstream.token())
                .jwkSetUri(upstream.keys())
                .issuerUri(upstream.issuer())
                .userInfoUri(upstream.userInfo())
                .userNameAttributeName("sub")
                .clientName(upstream.nameIn("vi"))
                .build();
    }
}
