package vn.lienthong.identity.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** The clients in force, for the library; from memory for a few seconds, as every call of every client asks for one. */
@Component
public class Clients implements RegisteredClientRepository {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MANY = 10_000;
    private static final String SERVICE = "service ";
    private static final int LONGEST_SERVICE = 2_000;

    private final ClientTable table;
    private final SecretHashes hashes;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Clients(ClientTable table, SecretHashes hashes, Clock clock) {
        this.table = table;
        this.hashes = hashes;
        this.clock = clock;
    }

    private record Known(
            @Nullable ClientTerms terms, @Nullable RegisteredClient client, List<String> secrets, Instant until) {}

    /** Changes come through {@link ClientDesk}; the library has no say in them. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are changed by proposals");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return known(id).client();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return known(clientId).client();
    }

    /** The terms of a client in force. */
    public Optional<ClientTerms> terms(String id) {
        return Optional.ofNullable(known(id).terms());
    }

    /** Whose service this is, letter by letter; nobody's when two clients name it. */
    public Optional<ClientTerms> ofService(@Nullable String service) {
        return service == null || service.length() > LONGEST_SERVICE
                ? Optional.empty()
                : Optional.ofNullable(known(SERVICE + service).terms());
    }

    /** The terms of a client that shows a secret of its own. */
    public Optional<ClientTerms> proven(String id, String secret) {
        Known client = known(id);
        return hashes.matches(secret, SecretHashes.joined(client.secrets()))
                ? Optional.ofNullable(client.terms())
                : Optional.empty();
    }

    /** After a change on this node; the others see it within seconds. */
    void forget() {
        known.clear();
    }

    private Known known(String id) {
        Instant now = clock.instant();
        Known held = known.get(id);
        if (held != null && held.until().isAfter(now)) {
            return held;
        }
        if (known.size() > MANY) {
            known.clear();
        }
        Known fresh = id.startsWith(SERVICE) ? owner(id.substring(SERVICE.length()), now) : load(id, now);
        known.put(id, fresh);
        return fresh;
    }

    private Known load(String id, Instant now) {
        ClientTerms terms = table.inForce(id).orElse(null);
        if (terms == null) {
            return new Known(null, null, List.of(), now.plus(FRESH));
        }
        List<String> secrets = table.secrets(id, now);
        var client = terms.legacy() == null ? ClientForm.of(terms, secrets) : null;
        return new Known(terms, client, secrets, now.plus(FRESH));
    }

    private Known owner(String service, Instant now) {
        List<ClientTerms> owners = table.ofService(service);
        ClientTerms owner = owners.size() == 1 ? owners.getFirst() : null;
        return new Known(owner, null, List.of(), now.plus(FRESH));
    }
}
