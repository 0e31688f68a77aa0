package vn.lienthong.hub.catalog.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.catalog.agency.SuccessionKind;

/**
 * A reorganisation of a day: the agencies that begin, and what became of those that end.
 *
 * <p>An agency that ends keeps its codes for the days before; from the day on they mean its successor, for ever or until
 * the end of the grace, so that no sender is lost over night.
 *
 * @param graceUntil the first day on which the old codes are not accepted any more
 */
record Reorganisation(
        LocalDate on,
        String document,
        boolean provisional,
        @Nullable LocalDate graceUntil,
        @Nullable List<Beginning> agencies,
        List<Edge> successions) {

    Reorganisation {
        Objects.requireNonNull(on, "on is missing");
        Objects.requireNonNull(document, "document is missing");
        Objects.requireNonNull(successions, "successions is missing");
    }

    /** An agency that begins, or goes on under another name; its codes are those of its own. */
    record Beginning(
            String id,
            @Nullable String kind,
            @Nullable String code,
            String name,
            @Nullable List<String> alsoKnownAs,
            @Nullable String parent,
            @Nullable List<String> codes) {}

    record Edge(
            SuccessionKind kind,
            List<String> from,
            @Nullable List<String> into,
            @Nullable List<String> procedures) {

        List<String> successors() {
            return listed(into);
        }

        List<String> onlyFor() {
            return listed(procedures);
        }
    }

    void into(ObjectNode file) {
        Entries entries = new Entries(file.withArray("agencies"), "id");
        listed(agencies).forEach(beginning -> begin(entries, beginning));
        successions.forEach(edge -> follow(entries, edge));
        successions.stream()
                .filter(edge -> edge.kind() != SuccessionKind.ABSORB_PART)
                .forEach(edge -> end(entries, edge));
        ArrayNode edges = file.withArray("successions");
        successions.forEach(edge -> record(edges.addObject(), edge));
    }

    private void begin(Entries entries, Beginning beginning) {
        ObjectNode entry = entries.entry(beginning.id());
        if (!entry.has("kind")) {
            entry.put("kind", Objects.requireNonNullElse(beginning.kind(), "DEPARTMENT"));
        }
        ObjectNode version = Entries.version(entry, on);
        version.put("name", beginning.name());
        if (beginning.code() != null) {
            version.put("code", beginning.code());
        }
        if (beginning.parent() != null) {
            version.put("parent", beginning.parent());
        }
        ArrayNode names = version.putArray("alsoKnownAs");
        listed(beginning.alsoKnownAs()).forEach(names::add);
        version.put("source", document).put("provisional", provisional);
        ArrayNode codes = entry.withArray("codes");
        listed(beginning.codes()).forEach(code -> mean(codes, code, List.of(), null));
    }

    /** From the day on the codes of those that end, or lose a part, mean the one that follows. */
    private void follow(Entries entries, Edge edge) {
        for (String from : edge.from()) {
            ObjectNode before = known(entries, from);
            for (String into : edge.successors()) {
                if (!into.equals(from)) {
                    ArrayNode codes = known(entries, into).withArray("codes");
                    before.withArray("codes")
                            .valueStream()
                            .filter(code -> openCode(code, on))
                            .map(code -> code.path("code").asString())
                            .toList()
                            .forEach(code -> mean(codes, code, edge.onlyFor(), graceUntil));
                }
            }
        }
    }

    private void end(Entries entries, Edge edge) {
        for (String from : edge.from()) {
            if (!edge.successors().contains(from)) {
                ObjectNode before = known(entries, from);
                Entries.close(before.withArray("versions"), on);
                Entries.close(before.withArray("codes"), on);
            }
        }
    }

    private void mean(ArrayNode codes, String code, List<String> procedures, @Nullable LocalDate until) {
        ObjectNode meaning = codes.addObject().put("code", code).put("from", on.toString());
        if (until != null) {
            meaning.put("until", until.toString());
        }
        ArrayNode only = meaning.putArray("procedures");
        procedures.forEach(only::add);
        meaning.put("source", document).put("provisional", provisional);
    }

    private void record(ObjectNode written, Edge edge) {
        written.put("kind", edge.kind().name()).put("on", on.toString());
        ArrayNode from = written.putArray("from");
        edge.from().forEach(from::add);
        ArrayNode into = written.putArray("into");
        edge.successors().forEach(into::add);
        ArrayNode procedures = written.putArray("procedures");
        edge.onlyFor().forEach(procedures::add);
        written.put("document", document).put("provisional", provisional);
    }

    private static boolean openCode(JsonNode code, LocalDate on) {
        LocalDate from = Entries.day(code, "from");
        return from != null && from.isBefore(on) && Entries.openOn(code, on);
    }

    private static ObjectNode known(Entries entries, String id) {
        return entries.find(id)
                .orElseThrow(
                        () -> new IllegalArgumentException("successions name an agency that is not described: " + id));
    }

    private static <T> List<T> listed(@Nullable List<T> values) {
        return Objects.requireNonNullElse(values, List.of());
    }
}
