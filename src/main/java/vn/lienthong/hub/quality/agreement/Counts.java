package vn.lienthong.hub.quality.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a run counted.
 *
 * @param numbers dossiers of the register ({@code hub}), rows of each side, pairs that {@code agree}, {@code inTransit},
 *     rows outside the scope, {@code duplicates}, {@code unreadable} lines
 * @param differences by side and kind
 * @param notComparable by side and field: one of the two gives nothing to compare
 * @param unmapped words of a list that nobody has mapped, by column
 * @param unreadableLines the first of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Counts(
        Map<String, Long> numbers,
        Map<String, Long> differences,
        Map<String, Long> causes,
        Map<String, Long> notComparable,
        Map<String, ? extends Collection<String>> unmapped,
        List<Long> unreadableLines) {}
