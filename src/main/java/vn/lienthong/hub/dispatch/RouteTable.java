package vn.lienthong.hub.dispatch;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.dossier.Hop;
import vn.lienthong.hub.platform.config.ConfigBundle;

/**
 * {@code dispatch.yaml} of the province, and of its demonstration where that is loaded: who works on what, and how long each
 * hop may take.
 */
record RouteTable(List<Route> routes, Map<Hop, Duration> patience) {

    private static final String FILE = "dispatch.yaml";
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    RouteTable {
        routes = List.copyOf(routes);
        patience = Map.copyOf(patience);
    }

    /** The file as written; {@code hops} as ISO durations by hop. */
    private record Written(
            @Nullable List<Route> routes, @Nullable Map<Hop, String> hops) {}

    static RouteTable read(ConfigBundle config, String province) {
        List<Route> routes = new ArrayList<>();
        Map<Hop, Duration> patience = new EnumMap<>(Hop.class);
        for (String path : List.of(province + FILE, "demo/" + province + FILE)) {
            config.find(path).ifPresent(text -> {
                Written file = YAML.readValue(text, Written.class);
                routes.addAll(file.routes() == null ? List.of() : file.routes());
                if (file.hops() != null) {
                    file.hops().forEach((hop, time) -> patience.put(hop, Duration.parse(time)));
                }
            });
        }
        return new RouteTable(routes, patience).unambiguous();
    }

    private RouteTable unambiguous() {
        for (int i = 0; i < routes.size(); i++) {
            for (Route other : routes.subList(i + 1, routes.size())) {
                if (routes.get(i).collides(other)) {
                    throw new IllegalArgumentException("dispatch.yaml: two routes of " + other.procedure()
                            + " hold on the same days: to " + routes.get(i).to() + " and to " + other.to());
                }
            }
        }
        return this;
    }

    Optional<Route> find(String procedure, @Nullable Long version, @Nullable String agency, LocalDate day) {
        return routes.stream()
                .filter(route -> route.holds(procedure, version, agency, day))
                .max(Comparator.comparingInt(Route::closeness));
    }

    Duration patience(Hop hop) {
        return patience.getOrDefault(hop, USUAL);
    }
}
