package vn.lienthong.hub.intake.normalise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.intake.normalise.MappingFile.StatusLines;
import vn.lienthong.hub.intake.normalise.StatusTable.Meaning;

/**
 * Compiles the {@code status:} section and insists that its table covers every word of the sender; it may know more of them,
 * such as one that was learned after the sender's list was written down.
 */
final class StatusReader {

    private final MappingReader values;

    StatusReader(MappingReader values) {
        this.values = values;
    }

    StatusClaims read(StatusLines lines, boolean kindIsWord) {
        if (kindIsWord == (lines.word() != null)) {
            throw new IllegalArgumentException("status: says its word, or kind: does; one of them");
        }
        if (!lines.table().keySet().containsAll(lines.words())) {
            throw new IllegalArgumentException("status: table lacks words: " + lacking(lines));
        }
        return new StatusClaims(
                lines.word() == null ? null : Expression.of(lines.word()),
                lines.sub() == null ? null : MappingReader.expression(lines.sub()),
                table(lines.table()),
                values.value("officer", lines.officer()),
                values.value("officerTitle", lines.officerTitle()),
                values.value("unit", lines.unit()),
                values.value("note", lines.note()));
    }

    private static Set<String> lacking(StatusLines lines) {
        Set<String> lacking = new TreeSet<>(lines.words());
        lacking.removeAll(lines.table().keySet());
        return lacking;
    }

    private static StatusTable table(Map<String, JsonNode> lines) {
        Map<String, Meaning> rows = new LinkedHashMap<>();
        Set<String> withSubs = new HashSet<>();
        lines.forEach((word, line) -> {
            rows.put(word, meaning(line));
            if (word.contains("/")) {
                withSubs.add(word.substring(0, word.indexOf('/')));
            }
        });
        return new StatusTable(rows, withSubs);
    }

    private static Meaning meaning(JsonNode line) {
        if (line.isObject()) {
            return new Meaning.Is(DossierStatus.valueOf(line.get("is").asString()), places(line.get("at")));
        }
        return switch (line.asString()) {
            case "park" -> new Meaning.Park();
            case "note" -> new Meaning.Note();
            case "details" -> new Meaning.Details();
            case String status -> new Meaning.Is(DossierStatus.valueOf(status), null);
        };
    }

    private static Expression places(JsonNode at) {
        List<String> places = new ArrayList<>();
        if (at.isArray()) {
            at.forEach(place -> places.add(place.asString()));
        } else {
            places.add(at.asString());
        }
        return MappingReader.expression(places);
    }
}
