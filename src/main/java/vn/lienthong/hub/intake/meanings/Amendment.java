package vn.lienthong.hub.intake.meanings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one file of the configuration would change.
 *
 * @param base the version it is made from
 */
record Amendment(long base, String path, String before, String after) {

    private static final int AROUND = 3;

    /** The lines that go and come, with some around them, as reviewers know them. */
    String diff() {
        List<String> old = before.lines().toList();
        List<String> fresh = after.lines().toList();
        int[][] common = common(old, fresh);
        List<String> all = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                all.add(" " + old.get(i++));
                j++;
            } else if (j >= fresh.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                all.add("-" + old.get(i++));
            } else {
                all.add("+" + fresh.get(j++));
            }
        }
        return String.join(
                "\n",
                Stream.concat(Stream.of("--- config/" + path, "+++ config/" + path), near(all))
                        .toList());
    }

    private static int[][] common(List<String> old, List<String> fresh) {
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(fresh.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static Stream<String> near(List<String> all) {
        List<String> shown = new ArrayList<>();
        int last = -1;
        for (int at = 0; at < all.size(); at++) {
            if (changesNear(all, at)) {
                if (at > last + 1) {
                    shown.add("@@");
                }
                shown.add(all.get(at));
                last = at;
            }
        }
        return shown.stream();
    }

    private static boolean changesNear(List<String> all, int at) {
        return all.subList(Math.max(0, at - AROUND), Math.min(all.size(), at + AROUND + 1)).stream()
                .anyMatch(line -> !line.startsWith(" "));
    }
}
