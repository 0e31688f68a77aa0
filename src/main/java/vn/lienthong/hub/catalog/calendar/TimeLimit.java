package vn.lienthong.hub.catalog.calendar;

/** How long a procedure may take (thời hạn giải quyết). */
public record TimeLimit(int amount, Unit unit) {

    /** The units limits are published in. */
    public enum Unit {
        /** Giờ làm việc. */
        WORKING_HOURS,
        /** Ngày làm việc: eight working hours each. */
        WORKING_DAYS,
        /** Ngày: dates of the calendar. */
        DAYS,
        /** Tháng: months of the calendar. */
        MONTHS,
        /** Trong ngày: the same working day when received before the cut-off. */
        SAME_DAY
    }

    public static TimeLimit workingDays(int amount) {
        return new TimeLimit(amount, Unit.WORKING_DAYS);
    }
}
