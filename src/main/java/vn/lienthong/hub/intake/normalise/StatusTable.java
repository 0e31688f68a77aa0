package vn.lienthong.hub.intake.normalise;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierStatus;

/**
 * What each status word of a sender means. It must know every word the sender has; what a word with sub-statuses means
 * with a sub-status that is not in the table is not known either.
 */
record StatusTable(Map<String, Meaning> rows, Set<String> withSubs) {

    /** What a word says about a dossier. */
    sealed interface Meaning {

        /** It is in this status, since the moment told at {@code at}, where there is one. */
        record Is(DossierStatus status, @Nullable Expression at) implements Meaning {}

        /** Facts have changed, its status has not. */
        record Details() implements Meaning {}

        /** Neither has: worth keeping, no more. */
        record Note() implements Meaning {}

        /** The sender has the word but nobody knows what it means nationally. */
        record Park() implements Meaning {}
    }

    StatusTable {
        rows = Map.copyOf(rows);
        withSubs = Set.copyOf(withSubs);
    }

    /** The meaning of a word, with its sub-status first; null when the table has none. */
    @Nullable
    Meaning meaning(String word, @Nullable String sub) {
        if (sub != null) {
            Meaning exact = rows.get(word + "/" + sub);
            if (exact != null || withSubs.contains(word)) {
                return exact;
            }
        }
        return rows.get(word);
    }
}
