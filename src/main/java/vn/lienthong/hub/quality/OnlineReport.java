package vn.lienthong.hub.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Dossiers filed online, by department, with the year before beside them. */
public record OnlineReport(int year, String cohort, List<Row> rows, Row total) {

    static final String COHORT =
            "Mọi hồ sơ có ngày nộp (nếu không có: ngày tiếp nhận) trong năm, theo cơ quan tiếp nhận;"
                    + " trực tuyến là hồ sơ có kênh thực hiện trực tuyến.";

    /** One department; without an agency, the dossiers that name none. */
    public record Row(
            @Nullable String agency,
            @Nullable String name,
            long filed,
            long online,
            long filedBefore,
            long onlineBefore) {

        /** How much more was filed online than the year before, in percent; unknown without a year before. */
        @JsonProperty
        public @Nullable BigDecimal changePercent() {
            return onlineBefore == 0
                    ? null
                    : BigDecimal.valueOf(100 * (online - onlineBefore))
                            .divide(BigDecimal.valueOf(onlineBefore), 1, RoundingMode.HALF_UP);
        }
    }

    static Row sum(List<Row> rows) {
        return new Row(
                null,
                null,
                sum(rows, Row::filed),
                sum(rows, Row::online),
                sum(rows, Row::filedBefore),
                sum(rows, Row::onlineBefore));
    }

    private static long sum(List<Row> rows, ToLongFunction<Row> column) {
        return rows.stream().mapToLong(column).sum();
    }
}
