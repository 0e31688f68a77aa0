package vn.lienthong.hub.catalog.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.catalog.Agencies;

/** Puts the entries of an uploaded YAML file into the province's file; an entry with a flaw stays out. */
final class YamlEntries {

    private static final String AGENCIES = "agencies";
    private static final String SUCCESSIONS = "successions";

    private final YAMLMapper yaml;
    private final Agencies agencies;
    private final Upload upload;
    private final List<Flaw> flaws;

    YamlEntries(YAMLMapper yaml, Agencies agencies, Upload upload, List<Flaw> flaws) {
        this.yaml = yaml;
        this.agencies = agencies;
        this.upload = upload;
        this.flaws = flaws;
    }

    /** How many entries the upload has. */
    int into(ObjectNode file) {
        Part whole = new YamlFile(yaml, upload.body()).whole(flaws);
        YamlForm.check(whole, upload.kind());
        return switch (upload.kind()) {
            case PROCEDURES ->
                put(file, whole.members("procedures"), "code", Set.of("versions"), new YamlCheck(agencies)::procedure);
            case AGENCIES -> agencies(file, whole);
            case REORGANISATION -> reorganisation(file, whole);
        };
    }

    private int agencies(ObjectNode file, Part whole) {
        Set<String> known = ids(file, whole);
        int count = put(
                file,
                whole.members(AGENCIES),
                "id",
                Set.of("versions", "kind"),
                entry -> YamlCheck.agency(entry, known::contains));
        for (Part edge : whole.members(SUCCESSIONS)) {
            YamlCheck.succession(edge, known::contains);
            file.withArray(SUCCESSIONS).add(edge.node());
        }
        file.withArray(AGENCIES).forEach(entry -> ((ObjectNode) entry).withArray("codes"));
        return count + whole.members(SUCCESSIONS).size();
    }

    private int reorganisation(ObjectNode file, Part whole) {
        Set<String> known = ids(file, whole);
        YamlCheck.once(whole.members(AGENCIES), "id");
        whole.members(SUCCESSIONS).forEach(edge -> YamlCheck.succession(edge, known::contains));
        if (flaws.isEmpty()) {
            yaml.treeToValue(whole.node(), Reorganisation.class).into(file);
        }
        return whole.members(SUCCESSIONS).size();
    }

    private int put(ObjectNode file, List<Part> parts, String key, Set<String> neededWhenNew, Consumer<Part> check) {
        Entries entries = new Entries(file.withArray(key.equals("id") ? AGENCIES : "procedures"), key);
        YamlCheck.once(parts, key);
        parts.forEach(check);
        for (Part part : parts) {
            String id = part.text(key);
            if (entries.find(id).isEmpty()) {
                neededWhenNew.stream()
                        .sorted()
                        .map(part::field)
                        .filter(Part::absent)
                        .forEach(missing -> missing.wrong("import-missing-value"));
            }
        }
        if (flaws.isEmpty()) {
            parts.forEach(part -> entries.entry(part.text(key)).setAll(sourced((ObjectNode) part.node())));
        }
        return parts.size();
    }

    /** A version or a code that names no source comes from this file. */
    private ObjectNode sourced(ObjectNode entry) {
        for (String list : List.of("versions", "codes")) {
            for (JsonNode one : entry.path(list)) {
                if (one instanceof ObjectNode version && !version.has("source")) {
                    version.put("source", "import of " + upload.name());
                }
            }
        }
        return entry;
    }

    private static Set<String> ids(ObjectNode file, Part whole) {
        Set<String> ids = new HashSet<>();
        file.path(AGENCIES).forEach(entry -> ids.add(entry.path("id").asString("")));
        whole.members(AGENCIES).forEach(entry -> ids.add(entry.text("id")));
        return ids;
    }
}
