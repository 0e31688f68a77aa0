package vn.lienthong.hub.intake.collect;

/**
 * How a list is asked for in parts. Without {@code last} and {@code total} only an empty page ends it: a system that gives
 * fewer than it was asked for has not said that there are no more.
 *
 * @param number where an answer says which page it is, empty when it does not
 * @param last where an answer says whether it is the last
 * @param total where an answer says how many there are on all pages
 */
record Paging(boolean paged, int first, int size, int most, String number, String last, String total) {

    static Paging read(Section section) {
        if (!section.given()) {
            return new Paging(false, 0, 0, 1, "", "", "");
        }
        return new Paging(
                true,
                section.number("first", 0, 0),
                section.number("size", 100, 1),
                section.number("most", 10_000, 1),
                section.text("number", ""),
                section.text("last", ""),
                section.text("total", ""));
    }
}
