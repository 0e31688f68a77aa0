package vn.lienthong.hub.catalog.imports;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what every table has: a key, and the days from which and until which its row holds. */
final class DatedRows {

    private final String key;
    private final Set<String> seen = new HashSet<>();

    DatedRows(String key) {
        this.key = key;
    }

    /** The first day of the row; null, and noted, when it is missing, unreadable, or told before for the same key. */
    @Nullable
    LocalDate from(Cells cells) {
        String id = cells.required(key);
        cells.required("from");
        LocalDate from = cells.date("from");
        LocalDate until = cells.date("until");
        if (from != null && !seen.add(id + " " + from)) {
            cells.wrong("import-repeated-row", key, id);
        }
        if (from != null && until != null && !from.isBefore(until)) {
            cells.wrong("import-backwards", "until", until.toString());
        }
        return from;
    }
}
