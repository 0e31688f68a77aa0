package vn.lienthong.hub.console.issues;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.hub.console.issues.Members.Group;

/**
 * A field that the portal demands and held dossiers lack.
 *
 * @param field as the portal calls it
 * @param count how many dossiers of the issue lack it
 * @param department how many of all that are held of its department do, whatever else they lack
 */
record Lack(String field, long count, long department) {

    private static final Pattern HELD = Pattern.compile("not sendable: (.+), ask .+");

    /** Of each department, how many held dossiers lack which field. */
    static Map<String, Map<String, Long>> counted(List<Group> groups) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        for (Group group : groups) {
            for (String field : fields(group)) {
                counts.computeIfAbsent(group.neighbour(), none -> new HashMap<>())
                        .merge(field, group.count(), Long::sum);
            }
        }
        return counts;
    }

    /** All that the dossiers of a group lack, each of them; none where it is not for this that they are kept. */
    static List<Lack> of(Group group, Map<String, Map<String, Long>> counted) {
        Map<String, Long> department = counted.getOrDefault(group.neighbour(), Map.of());
        return fields(group).stream()
                .map(field -> new Lack(field, group.count(), department.getOrDefault(field, group.count())))
                .toList();
    }

    private static List<String> fields(Group group) {
        Matcher held = HELD.matcher(group.cause());
        return group.kind() == Kind.BLOCKED && held.matches()
                ? List.of(held.group(1).split(", "))
                : List.of();
    }
}
