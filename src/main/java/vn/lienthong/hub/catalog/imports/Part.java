package vn.lienthong.hub.catalog.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.platform.reason.Reason;

/** A value of an uploaded YAML file; a flaw of it is noted with its line, its path and what stands there. */
final class Part {

    private final YamlFile file;
    private final JsonPointer at;
    private final String path;
    private final JsonNode node;
    private final List<Flaw> flaws;

    /** @param path such as {@code procedures[3].versions[0].from} */
    Part(YamlFile file, JsonPointer at, String path, JsonNode node, List<Flaw> flaws) {
        this.file = file;
        this.at = at;
        this.path = path;
        this.node = node;
        this.flaws = flaws;
    }

    JsonNode node() {
        return node;
    }

    boolean absent() {
        return node.isMissingNode() || node.isNull();
    }

    /** The names of an object's fields. */
    Set<String> names() {
        return node.isObject() ? new TreeSet<>(node.propertyNames()) : Set.of();
    }

    Part field(String name) {
        String below = path.isEmpty() ? name : path + "." + name;
        return new Part(file, at.appendProperty(name), below, node.path(name), flaws);
    }

    /** The members of a list; none when this is no list. */
    List<Part> members() {
        return IntStream.range(0, node.isArray() ? node.size() : 0)
                .mapToObj(this::member)
                .toList();
    }

    List<Part> members(String name) {
        return field(name).members();
    }

    /** What stands here as text; empty when nothing does. */
    String text() {
        return node.isValueNode() && !node.isNull() ? node.asString("").strip() : "";
    }

    String text(String name) {
        return field(name).text();
    }

    /** The day that stands here; null when none does. */
    @Nullable
    LocalDate day() {
        try {
            return text().isEmpty() ? null : LocalDate.parse(text());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    void wrong(String rule) {
        wrong(Reason.of(rule, path, text().isEmpty() ? null : text()));
    }

    void wrongWord(String known) {
        wrong(Reason.of("import-bad-word", path, text()).with("words", known));
    }

    private void wrong(Reason reason) {
        flaws.add(new Flaw(file.line(at), reason));
    }

    private Part member(int index) {
        return new Part(file, at.appendIndex(index), path + "[" + index + "]", node.get(index), flaws);
    }
}
