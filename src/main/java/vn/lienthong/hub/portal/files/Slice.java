package vn.lienthong.hub.portal.files;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * The part of a file that was asked for.
 *
 * @param count -1 for all of a file whose size is not known
 */
record Slice(long first, long count, long total) {

    /** The whole, unless one single range was asked for; several at once, or what is no range, get the whole. */
    static Slice of(HttpHeaders asked, long total) {
        try {
            List<HttpRange> ranges = asked.getRange();
            if (ranges.size() == 1 && total > 0) {
                long first = ranges.getFirst().getRangeStart(total);
                return new Slice(first, ranges.getFirst().getRangeEnd(total) - first + 1, total);
            }
        } catch (IllegalArgumentException noRange) {
            return new Slice(0, total, total);
        }
        return new Slice(0, total, total);
    }

    boolean beyond() {
        return total > 0 && (first >= total || count <= 0);
    }

    boolean whole() {
        return count == total;
    }

    String contentRange() {
        return "bytes %d-%d/%d".formatted(first, first + count - 1, total);
    }
}
