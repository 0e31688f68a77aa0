package vn.lienthong.hub.intake.collect;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The ways of fetching, by what {@code collect.by} calls them. */
@Component
class Sources {

    private final Map<String, Source> sources;

    Sources(List<Source> sources) {
        this.sources = sources.stream().collect(Collectors.toMap(Source::by, Function.identity()));
    }

    Source of(JsonNode section) {
        String by = section.path("by").asString("");
        Source source = sources.get(by);
        if (source == null) {
            throw new IllegalArgumentException(
                    "collect.by is one of " + sources.keySet().stream().sorted().toList() + ", not '" + by + "'");
        }
        return source;
    }
}
