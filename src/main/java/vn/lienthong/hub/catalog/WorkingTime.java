package vn.lienthong.hub.catalog;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * The hub's rule of working time (life cycle reference, section 4.1).
 *
 * <p>A start outside working time moves to the next working minute; time is consumed inside sessions only; a limit that
 * ends where a session ends is due there. Calendar limits count dates, keep the time and roll to the next working day.
 */
final class WorkingTime {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(7);
    private static final Duration WORKING_DAY = Duration.ofHours(8);
    private static final int LONGEST_WALK_DAYS = 3660;

    private final Set<DayOfWeek> week;
    private final List<CalendarFile.Session> sessions;
    private final LocalTime sameDayCutOff;
    private final Set<LocalDate> daysOff;
    private final Set<LocalDate> makeUpDays;

    WorkingTime(CalendarFile calendar) {
        this.week = calendar.week();
        this.sessions = calendar.sessions();
        this.sameDayCutOff = calendar.sameDayCutOff();
        this.daysOff = CalendarFile.dates(calendar.daysOff());
        this.makeUpDays = CalendarFile.dates(calendar.makeUpDays());
    }

    Instant due(Instant received, TimeLimit limit) {
        LocalDateTime start = LocalDateTime.ofInstant(received, ZONE);
        LocalDateTime due = switch (limit.unit()) {
            case WORKING_HOURS -> after(start, Duration.ofHours(limit.amount()));
            case WORKING_DAYS -> after(start, WORKING_DAY.multipliedBy(limit.amount()));
            case DAYS -> rolled(start.plusDays(limit.amount()));
            case MONTHS -> rolled(start.plusMonths(limit.amount()));
            case SAME_DAY -> sameDay(start);
        };
        return due.toInstant(ZONE);
    }

    boolean working(LocalDate day) {
        return makeUpDays.contains(day) || (week.contains(day.getDayOfWeek()) && !daysOff.contains(day));
    }

    private LocalDateTime after(LocalDateTime start, Duration limit) {
        Duration left = limit;
        LocalDate last = start.toLocalDate().plusDays(LONGEST_WALK_DAYS);
        for (LocalDate day = start.toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
            for (CalendarFile.Session session : working(day) ? sessions : List.<CalendarFile.Session>of()) {
                LocalDateTime from = later(start, day.atTime(session.from()));
                Duration room = Duration.between(from, day.atTime(session.until()));
                if (room.isPositive() && room.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = room.isPositive() ? left.minus(room) : left;
            }
        }
        throw new IllegalStateException("No working time for " + limit + " after " + start);
    }

    private LocalDateTime sameDay(LocalDateTime start) {
        boolean inTime = start.toLocalTime().isBefore(sameDayCutOff) && working(start.toLocalDate());
        LocalDateTime first = inTime ? start : start.plusDays(1);
        return rolled(first).with(sessions.getLast().until());
    }

    private LocalDateTime rolled(LocalDateTime moment) {
        LocalDateTime rolled = moment;
        while (!working(rolled.toLocalDate())) {
            rolled = rolled.plusDays(1);
        }
        return rolled;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
