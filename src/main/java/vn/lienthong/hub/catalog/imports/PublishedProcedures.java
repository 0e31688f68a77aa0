package vn.lienthong.hub.catalog.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.Channel;
import vn.lienthong.hub.catalog.procedure.NationalProcedures.Published;
import vn.lienthong.hub.catalog.procedure.ProcedureTerms;

/** Puts what is published nationally into the province's file: what differs begins a version of its own today. */
final class PublishedProcedures {

    private static final String SOURCE = "national procedure database (LayThuTuc)";

    private final LocalDate today;

    PublishedProcedures(LocalDate today) {
        this.today = today;
    }

    void into(ObjectNode file, List<Published> published) {
        Entries entries = new Entries(file.withArray("procedures"), "code");
        for (Published one : published) {
            ObjectNode fields = fields(file.objectNode(), one);
            ObjectNode entry = entries.entry(one.code());
            ObjectNode inForce = inForce(entry);
            if (inForce == null || differs(inForce, fields)) {
                begin(entry, inForce, fields);
            }
        }
    }

    private void begin(ObjectNode entry, @Nullable ObjectNode inForce, ObjectNode fields) {
        long last = entry.withArray("versions")
                .valueStream()
                .mapToLong(version -> version.path("version").asLong(0))
                .max()
                .orElse(0);
        ObjectNode version = Entries.version(entry, today);
        if (inForce != null && inForce != version) {
            inForce.properties().stream()
                    .filter(field ->
                            !version.has(field.getKey()) && !field.getKey().equals("until"))
                    .forEach(field ->
                            version.set(field.getKey(), field.getValue().deepCopy()));
            version.put("version", last + 1);
        } else if (inForce == null) {
            version.put("version", last + 1).put("limitKnown", false);
        }
        version.setAll(fields);
        version.put("provisional", false).put("source", SOURCE);
    }

    private @Nullable ObjectNode inForce(ObjectNode entry) {
        for (JsonNode version : entry.withArray("versions")) {
            LocalDate from = Entries.day(version, "from");
            if (from != null && !from.isAfter(today) && Entries.openOn(version, today)) {
                return (ObjectNode) version;
            }
        }
        return null;
    }

    private static boolean differs(ObjectNode version, ObjectNode fields) {
        return fields.properties().stream().anyMatch(field -> !field.getValue().equals(version.path(field.getKey())));
    }

    private static ObjectNode fields(ObjectNode fields, Published one) {
        text(fields, "name", one.name());
        text(fields, "domainCode", one.domainCode());
        text(fields, "domainName", one.domainName());
        limits(fields, one.limits());
        if (!one.components().isEmpty()) {
            one.components()
                    .forEach(paper -> component(fields.withArray("components").addObject(), paper));
        }
        for (ProcedureTerms.ResultPaper result : one.results()) {
            ObjectNode written = fields.withArray("results").addObject().put("code", result.code());
            text(written, "name", result.name());
        }
        return fields;
    }

    /** One limit for all where every channel has the same. */
    private static void limits(ObjectNode fields, Map<Channel, TimeLimit> limits) {
        if (limits.isEmpty()) {
            return;
        }
        fields.put("limitKnown", true);
        if (limits.values().stream().distinct().count() == 1) {
            limit(fields.putObject("limit"), limits.values().iterator().next());
            return;
        }
        ObjectNode byChannel = fields.putObject("limits");
        for (Channel channel : Channel.values()) {
            TimeLimit limit = limits.get(channel);
            if (limit != null) {
                limit(byChannel.putObject(channel.name()), limit);
            }
        }
    }

    private static void limit(ObjectNode written, TimeLimit limit) {
        written.put("amount", limit.amount()).put("unit", limit.unit().name());
    }

    private static void component(ObjectNode written, ProcedureTerms.Component paper) {
        text(written, "code", paper.code());
        written.put("name", paper.name()).put("originals", paper.originals()).put("copies", paper.copies());
        text(written, "form", paper.form());
    }

    private static void text(ObjectNode written, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            written.put(field, value);
        }
    }
}
