package vn.lienthong.hub.catalog.procedure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many procedures are online at which level.
 *
 * @param unknown those whose level nobody told
 * @param unreviewed those of the historic level 4 that no review made FULL yet
 * @param historic by the four levels of before
 */
public record LevelFigures(
        int total,
        Map<ServiceLevel, Integer> today,
        int unknown,
        int unreviewed,
        SortedMap<Integer, Integer> historic) {

    public static LevelFigures of(List<Procedure> procedures) {
        Map<ServiceLevel, Integer> today = new EnumMap<>(ServiceLevel.class);
        SortedMap<Integer, Integer> historic = new TreeMap<>();
        int unknown = 0;
        int unreviewed = 0;
        for (Procedure procedure : procedures) {
            OnlineLevel level = procedure.terms().level();
            if (level == null) {
                unknown++;
                continue;
            }
            today.merge(level.level(), 1, Integer::sum);
            Integer before = level.historic();
            if (before != null) {
                historic.merge(before, 1, Integer::sum);
                unreviewed += before == 4 && !level.reviewed() ? 1 : 0;
            }
        }
        return new LevelFigures(procedures.size(), today, unknown, unreviewed, historic);
    }

    /** Of all procedures, in percent with one decimal; zero when there is none. */
    public BigDecimal percent(int historicLevel) {
        int counted = historic.getOrDefault(historicLevel, 0);
        return total == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(counted * 100L).divide(BigDecimal.valueOf(total), 1, RoundingMode.HALF_UP);
    }
}
