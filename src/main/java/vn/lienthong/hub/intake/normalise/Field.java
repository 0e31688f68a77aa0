package vn.lienthong.hub.intake.normalise;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.intake.value.Ruled;
import vn.lienthong.hub.intake.value.Scalars;
import vn.lienthong.hub.intake.value.ValueRule;

/** One name of the canonical dossier and how a mapping fills it. */
sealed interface Field {

    String MISSING = "missing-field";
    String WRONG_TYPE = "wrong-type";

    void fill(Source source, ObjectNode target, Findings findings);

    /** A value: {@code from} somewhere, {@code as} a value rule makes it. */
    record Value(String name, Expression from, ValueRule as, boolean required, Condition when) implements Field {

        @Override
        public void fill(Source source, ObjectNode target, Findings findings) {
            if (!when.holds(source)) {
                return;
            }
            JsonNode value = from.of(source);
            if (!Scalars.isBlank(value)) {
                judge(value, source, target, findings);
            } else if (required) {
                findings.refuse(MISSING, source.field(from.label(source)), null, Map.of());
            }
        }

        private void judge(JsonNode value, Source source, ObjectNode target, Findings findings) {
            String field = source.field(from.label(source));
            if (value.isContainer()) {
                findings.refuse(WRONG_TYPE, field, value, Map.of());
                return;
            }
            switch (as.apply(value, source.today())) {
                case Ruled.Kept kept -> {
                    target.set(name, kept.value());
                    findings.doubt(kept.doubt(), field);
                }
                case Ruled.Broken broken -> findings.refuse(broken.rule(), field, value, broken.params());
                case Ruled.Unplaced unplaced -> findings.park(unplaced.rule(), field, value);
                case Ruled.None none -> {
                    if (required) {
                        findings.refuse(MISSING, field, value, Map.of());
                    }
                }
            }
        }
    }

    /** A part, such as the applicant; absent when nothing of it is known. */
    record Part(String name, List<Field> fields) implements Field {

        @Override
        public void fill(Source source, ObjectNode target, Findings findings) {
            ObjectNode part = target.objectNode();
            fields.forEach(field -> field.fill(source, part, findings));
            if (!part.isEmpty()) {
                target.set(name, part);
            }
        }
    }

    /** Other codes of the dossier, by whose they are; one that only repeats its own number is none. */
    record Aliases(String name, List<Value> byKind) implements Field {

        @Override
        public void fill(Source source, ObjectNode target, Findings findings) {
            ArrayNode aliases = target.arrayNode();
            for (Value kind : byKind) {
                ObjectNode found = target.objectNode();
                kind.fill(source, found, findings);
                JsonNode code = found.get(kind.name());
                if (code != null && !code.equals(target.get("code"))) {
                    aliases.addObject().put("kind", kind.name()).set("code", code);
                }
            }
            if (!aliases.isEmpty()) {
                target.set(name, aliases);
            }
        }
    }

    /** A list: one entry for each of the sender's, at the first of the places that says something. */
    record Entries(String name, List<PlainPath> places, List<Field> fields) implements Field {

        @Override
        public void fill(Source source, ObjectNode target, Findings findings) {
            PlainPath each = places.stream()
                    .filter(place -> !Scalars.isBlank(place.of(source)))
                    .findFirst()
                    .orElse(places.getFirst());
            JsonNode found = each.of(source);
            if (Scalars.isBlank(found)) {
                return;
            }
            if (!found.isContainer()) {
                findings.refuse(WRONG_TYPE, source.field(each.text()), found, Map.of());
                return;
            }
            ArrayNode entries = target.arrayNode();
            int count = found.isArray() ? found.size() : 1;
            for (int i = 0; i < count; i++) {
                ObjectNode entry = target.objectNode();
                JsonNode item = found.isArray() ? found.get(i) : found;
                Source part = each.isSelf() ? source : source.entry(item, each.text(), i);
                fields.forEach(field -> field.fill(part, entry, findings));
                if (!entry.isEmpty()) {
                    entries.add(entry);
                }
            }
            if (!entries.isEmpty()) {
                target.set(name, entries);
            }
        }
    }
}
