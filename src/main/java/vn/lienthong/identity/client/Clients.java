package vn.lienthong.identity.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final ClientTable table;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Clients(ClientTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    private record Known(
            @Nullable ClientTerms terms, @Nullable RegisteredClient client, Instant until) {}

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
        Known fresh = load(id, now);
        known.put(id, fresh);
        return fresh;
    }

    private Known load(String id, Instant now) {
        ClientTerms terms = table.inForce(id).orElse(null);
        if (terms == null) {
            return new Known(null, null, now.plus(FRESH));
        }
        var client = ClientForm.of(terms, table.secrets(id, now));
        return new Known(terms, client, now.plus(FRESH));
    }
}
