package vn.lienthong.trust;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries to be read by people, newest first.
 *
 * @param next goes into {@code before} of the next page; absent on the last one
 */
public record AuditPage(List<Entry> entries, @Nullable Long next) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 500;

    /** Without what chains it, and with its details as a tree. */
    public record Entry(long id, String at, String actor, String role, String action, String object, JsonNode details) {

        static Entry of(AuditLine line) {
            return new Entry(
                    line.id(),
                    line.at(),
                    line.actor(),
                    line.role(),
                    line.action(),
                    line.object(),
                    JSON.readTree(line.details()));
        }
    }

    /** A chain to read from. */
    @FunctionalInterface
    public interface Source {

        List<AuditLine> find(AuditFilter filter, long before, int most);
    }

    /** The entries older than {@code before}, or the newest; a limit out of bounds is brought into them. */
    public static AuditPage of(Source source, AuditFilter filter, @Nullable Long before, int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Entry> entries = source.find(filter, before == null ? Long.MAX_VALUE : before, size).stream()
                .map(Entry::of)
                .toList();
        return new AuditPage(
                entries, entries.size() < size ? null : entries.getLast().id());
    }
}
