package vn.lienthong.hub.catalog.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.OpenDossiers;
import vn.lienthong.hub.platform.reason.ReasonText;

/**
 * What an import would do, or did.
 *
 * @param base the version it was made from
 * @param applied the version it became; absent for a dry run
 * @param flaws the first of {@code flawed}, in the order of the rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReport(
        String kind,
        String name,
        int rows,
        long base,
        @Nullable Long applied,
        int flawed,
        List<FlawText> flaws,
        SortedSet<String> added,
        SortedSet<String> changed,
        Touched touched) {

    /** A flaw as people read it. */
    record FlawText(int row, ReasonText reason) {}

    /**
     * What works with what the import changes.
     *
     * @param openDossiers by agency and procedure
     * @param mappings files of senders that name a code of it
     * @param routes senders whose agency it is
     * @param hidden codes for which this hub shows a placeholder of the demonstration instead; none in node mode
     */
    record Touched(
            long dossiers,
            List<OpenDossiers.Count> openDossiers,
            List<String> mappings,
            List<String> routes,
            SortedSet<String> hidden) {}

    ImportReport applied(long version) {
        return new ImportReport(kind, name, rows, base, version, flawed, flaws, added, changed, touched);
    }
}
