package vn.lienthong.hub.console.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A route drawn from its steps: a box for each below the one before, what stands inside a step further to the right.
 *
 * @param boxes from top to bottom
 * @param height in the units of its boxes, as {@link #WIDTH}
 */
public record Diagram(List<Box> boxes, List<Line> lines, int height) {

    public static final int WIDTH = 460;
    private static final int EDGE = 6;
    private static final int INDENT = 26;
    private static final int ROW = 58;
    private static final int BOX = 42;
    private static final int TRUNK = 13;
    private static final double LETTER = 7.4;
    private static final int DEEPEST = 8;

    /** @param shown as much of what it is about as the box has room for */
    public record Box(int x, int y, int width, int height, String kind, String shown) {}

    /** From a box down to the next one, or down and to the right into the first that stands inside. */
    public record Line(int x, int y, int down, int right) {

        public String path() {
            return right == 0 ? "M%d %dV%d".formatted(x, y, down) : "M%d %dV%dH%d".formatted(x, y, down, x + right);
        }

        public String head() {
            return right == 0 ? "M%d %dl-4 -7h8z".formatted(x, down) : "M%d %dl-7 -4v8z".formatted(x + right, down);
        }
    }

    /** Of a route as the API tells of it. */
    static Diagram of(String from, List<?> steps) {
        Diagram drawn = new Diagram(new ArrayList<>(), new ArrayList<>(), 0);
        drawn.add("from", from, 0);
        drawn.follow(steps, 0, 0);
        return new Diagram(drawn.boxes, drawn.lines, drawn.boxes.size() * ROW);
    }

    /** Each below the one at {@code before}, whose depth it shares. */
    private void follow(List<?> steps, int depth, int before) {
        int above = before;
        for (Object one : steps) {
            if (one instanceof Map<?, ?> step) {
                int here = add(String.valueOf(step.get("kind")), String.valueOf(step.get("what")), depth);
                down(above, here);
                inside(step, depth, here);
                above = here;
            }
        }
    }

    private void inside(Map<?, ?> step, int depth, int here) {
        if (depth < DEEPEST && step.get("steps") instanceof List<?> inner && !inner.isEmpty()) {
            int first = boxes.size();
            Object head = inner.getFirst();
            if (head instanceof Map<?, ?> entry) {
                add(String.valueOf(entry.get("kind")), String.valueOf(entry.get("what")), depth + 1);
                into(here, first);
                inside(entry, depth + 1, first);
                follow(inner.subList(1, inner.size()), depth + 1, first);
            }
        }
    }

    private int add(String kind, String what, int depth) {
        int x = EDGE + depth * INDENT;
        int width = WIDTH - EDGE - x;
        boxes.add(new Box(x, boxes.size() * ROW + EDGE, width, BOX, kind, cut(what, width)));
        return boxes.size() - 1;
    }

    private void down(int above, int here) {
        Box upper = boxes.get(above);
        lines.add(new Line(upper.x() + TRUNK, upper.y() + BOX, boxes.get(here).y(), 0));
    }

    private void into(int outer, int inner) {
        Box upper = boxes.get(outer);
        Box lower = boxes.get(inner);
        lines.add(new Line(upper.x() + TRUNK, upper.y() + BOX, lower.y() + BOX / 2, lower.x() - upper.x() - TRUNK));
    }

    private static String cut(String text, int width) {
        int most = (int) (width / LETTER) - 2;
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
