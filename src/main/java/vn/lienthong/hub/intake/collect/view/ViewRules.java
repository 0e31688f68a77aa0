package vn.lienthong.hub.intake.collect.view;

import java.time.Duration;
import java.util.regex.Pattern;
import vn.lienthong.hub.intake.collect.Section;

/**
 * The section {@code collect} of a sender whose view is read.
 *
 * @param key the column that grows with every change: a time, or a number
 * @param id the column with the number of a row
 * @param overlap how far before the last key the next look begins, since what was written before may be committed later
 * @param start where the first look begins
 */
record ViewRules(
        String url, String view, String key, String id, Overlap overlap, String start, int size, Duration patience) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?");
    private static final Duration USUAL_OVERLAP = Duration.ofMinutes(30);

    /** In the terms of the key: its type in SQL, and what is taken off it. */
    record Overlap(String type, String less) {}

    static ViewRules read(Section section) {
        String url = section.text("url");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw section.wrong("url", "is jdbc:postgresql://host:port/database");
        }
        return new ViewRules(
                url,
                name(section, "view"),
                name(section, "key"),
                name(section, "id"),
                overlap(section),
                section.text("start"),
                section.number("size", 500, 1),
                section.duration("timeout", Duration.ofSeconds(30)));
    }

    private static Overlap overlap(Section section) {
        if (section.text("keyType", "time").equals("number")) {
            return new Overlap("numeric", Integer.toString(section.number("overlap", 1_000, 0)));
        }
        return new Overlap(
                "timestamptz",
                "interval '" + section.duration("overlap", USUAL_OVERLAP).toSeconds() + " seconds'");
    }

    /** Written into the query, so nothing but a name. */
    private static String name(Section section, String key) {
        String name = section.text(key);
        if (!NAME.matcher(name).matches()) {
            throw section.wrong(key, "is a name in small letters, not '" + name + "'");
        }
        return name;
    }

    /** The rows after a place, each as PostgreSQL writes it in JSON; one without a key must show, not be left out. */
    String query() {
        return """
                select row_to_json(v)::text, (v.%1$s)::text, (v.%2$s)::text
                  from %3$s v
                 where (v.%1$s, (v.%2$s)::text collate "C") > (cast(? as %4$s), ?) or v.%1$s is null
                 order by v.%1$s, (v.%2$s)::text collate "C"
                 limit %5$d
                """.formatted(key, id, view, overlap.type(), size);
    }

    /** The place a little before the last. */
    String before() {
        return "select (cast(? as %s) - %s)::text".formatted(overlap.type(), overlap.less());
    }
}
