package vn.lienthong.identity.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.StartFailure;

/**
 * Reads {@code config/identity/upstreams.yaml}. One is offered once this installation has credentials for it; the
 * stand-ins of {@code config/demo} have theirs from the start, and exist in standalone mode only.
 */
@Component
class UpstreamFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final String STAND_IN_ID = "lienthong";

    private final HubHome home;
    private final PartAddresses addresses;
    private final Environment environment;

    UpstreamFile(HubHome home, PartAddresses addresses, Environment environment) {
        this.home = home;
        this.addresses = addresses;
        this.environment = environment;
    }

    record Credentials(String id, String secret) {}

    record Offered(Upstream upstream, Credentials credentials) {}

    private record Listed(List<Upstream> upstreams) {}

    List<Offered> offered() {
        List<Upstream> all = new ArrayList<>(read(home.config().resolve("identity")));
        if (home.mode() == Mode.STANDALONE) {
            all.addAll(read(home.config().resolve("demo").resolve("identity")));
        }
        List<Offered> offered = new ArrayList<>();
        for (Upstream upstream : all) {
            check(upstream);
            credentials(upstream).ifPresent(own -> offered.add(new Offered(upstream, own)));
        }
        return offered;
    }

    private void check(Upstream upstream) {
        if (home.mode() == Mode.NODE && (upstream.standIn() || !everywhereByTls(upstream))) {
            throw new StartFailure(
                    "the log-in provider " + upstream.id() + " is a stand-in or not reached by https",
                    "correct config/identity/upstreams.yaml: a node logs citizens in at real providers only");
        }
    }

    private static boolean everywhereByTls(Upstream upstream) {
        return Stream.of(
                        upstream.authorize(), upstream.token(), upstream.userInfo(), upstream.keys(), upstream.logout())
                .filter(Objects::nonNull)
                .allMatch(address -> "https".equals(URI.create(address).getScheme()));
    }

    private Optional<Credentials> credentials(Upstream upstream) {
        String name = upstream.id().toUpperCase(Locale.ROOT).replace('-', '_');
        String id = environment.getProperty("LIENTHONG_UPSTREAM_" + name + "_ID", "");
        String secret = environment.getProperty("LIENTHONG_UPSTREAM_" + name + "_SECRET", "");
        if (!id.isBlank() && !secret.isBlank()) {
            return Optional.of(new Credentials(id, secret));
        }
        return upstream.standIn() ? standInCredentials() : Optional.empty();
    }

    private Optional<Credentials> standInCredentials() {
        Path password = home.secrets().resolve("national");
        try {
            return Files.exists(password)
                    ? Optional.of(new Credentials(
                            STAND_IN_ID, Files.readString(password).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Upstream> read(Path folder) {
        Path file = folder.resolve("upstreams.yaml");
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            String standIn = addresses.nationalPortal().toString();
            return YAML.readValue(Files.readString(file).replace("{stand-in}", standIn), Listed.class)
                    .upstreams();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
