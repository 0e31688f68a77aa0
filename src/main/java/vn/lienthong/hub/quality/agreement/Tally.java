package vn.lienthong.hub.quality.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.lienthong.hub.quality.lists.Layout;
import vn.lienthong.hub.quality.lists.OtherList;

/** What is counted while sides are read and compared. */
final class Tally implements OtherList.Findings {

    private static final int SHOWN = 20;

    private final Map<String, Long> numbers = new TreeMap<>();
    private final Map<String, Long> differences = new TreeMap<>();
    private final Map<String, Long> causes = new TreeMap<>();
    private final Map<String, Long> notComparable = new TreeMap<>();
    private final Map<String, TreeSet<String>> unmapped = new TreeMap<>();
    private final List<Long> unreadable = new ArrayList<>();

    void add(String what, long number) {
        numbers.merge(what, number, Long::sum);
    }

    long of(String what) {
        return numbers.getOrDefault(what, 0L);
    }

    void difference(Against against, Kind kind, Cause cause) {
        differences.merge(against + "." + kind, 1L, Long::sum);
        causes.merge(cause.name(), 1L, Long::sum);
    }

    void notComparable(Against against, String what) {
        notComparable.merge(against + "." + what, 1L, Long::sum);
    }

    @Override
    public void unreadable(long line, Layout.Column column) {
        add("unreadable", 1);
        if (unreadable.size() < SHOWN) {
            unreadable.add(line);
        }
    }

    @Override
    public void unmapped(Layout.Column column, String text) {
        TreeSet<String> words = unmapped.computeIfAbsent(column.name(), name -> new TreeSet<>());
        if (words.size() < SHOWN) {
            words.add(text.length() > 60 ? text.substring(0, 60) : text);
        }
    }

    long firstUnreadable() {
        return unreadable.isEmpty() ? 0 : unreadable.getFirst();
    }

    Counts counts() {
        return new Counts(
                Map.copyOf(numbers),
                new TreeMap<>(differences),
                new TreeMap<>(causes),
                new TreeMap<>(notComparable),
                new TreeMap<>(unmapped),
                List.copyOf(unreadable));
    }
}
