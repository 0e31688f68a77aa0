package vn.lienthong.hub.catalog.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * The hub's rule of working time (life cycle reference, section 4.1), for the province or for one of its agencies.
 *
 * <p>A start outside working time moves to the next working minute; time is consumed inside sessions only; a limit that
 * ends where a session ends is due there. Calendar limits count dates, keep the time and roll to the next working day.
 */
public final class WorkingTime {

    private static final Duration WORKING_DAY = Duration.ofHours(8);
    private static final int LONGEST_WALK_DAYS = 3660;

    private final WorkingWeek usual;
    private final List<Own> owns;
    private final LocalTime sameDayCutOff;
    private final Set<Integer> decided;

    private record Own(Period period, WorkingWeek week) {}

    WorkingTime(CalendarFile calendar) {
        this(calendar, List.of());
    }

    WorkingTime(CalendarFile calendar, List<CalendarFile.Own> owns) {
        this.usual = WorkingWeek.of(calendar);
        this.owns =
                owns.stream().map(own -> new Own(own.period(), usual.with(own))).toList();
        this.sameDayCutOff = calendar.sameDayCutOff();
        this.decided = calendar.decided();
    }

    /** When a dossier received at this moment is due. */
    public Instant due(Instant received, TimeLimit limit) {
        LocalDateTime start = local(received);
        LocalDateTime due = switch (limit.unit()) {
            case WORKING_HOURS -> after(start, Duration.ofHours(limit.amount()));
            case WORKING_DAYS -> after(start, WORKING_DAY.multipliedBy(limit.amount()));
            case DAYS -> rolled(start.plusDays(limit.amount()));
            case MONTHS -> rolled(start.plusMonths(limit.amount()));
            case SAME_DAY -> sameDay(start);
        };
        return due.toInstant(VietnamTime.OFFSET);
    }

    /** This moment, or else the beginning of the next session. */
    public Instant snap(Instant moment) {
        LocalDateTime start = local(moment);
        for (LocalDate day = start.toLocalDate(); day.isBefore(end(start)); day = day.plusDays(1)) {
            for (CalendarFile.Session session : sessions(day)) {
                if (start.isBefore(day.atTime(session.until()))) {
                    return later(start, day.atTime(session.from())).toInstant(VietnamTime.OFFSET);
                }
            }
        }
        throw new IllegalStateException("No working time after " + start);
    }

    /** The moment by which this much working time has passed; nothing to pass leaves the moment as it is. */
    public Instant advance(Instant from, Duration working) {
        return working.isPositive() ? after(local(from), working).toInstant(VietnamTime.OFFSET) : from;
    }

    /** The working time between two moments; none when the second is not after the first. */
    public Duration between(Instant from, Instant until) {
        LocalDateTime start = local(from);
        LocalDateTime end = local(until);
        Duration worked = Duration.ZERO;
        for (LocalDate day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            for (CalendarFile.Session session : sessions(day)) {
                LocalDateTime begin = later(start, day.atTime(session.from()));
                LocalDateTime close = earlier(end, day.atTime(session.until()));
                worked = begin.isBefore(close) ? worked.plus(Duration.between(begin, close)) : worked;
            }
        }
        return worked;
    }

    public boolean working(LocalDate day) {
        return !sessions(day).isEmpty();
    }

    /** Whether nobody decided yet which days of this day's year are off. */
    public boolean provisional(LocalDate day) {
        return !decided.contains(day.getYear());
    }

    /** Whether a due date counted from one moment to the other rests on a provisional year. */
    public boolean provisional(Instant from, Instant due) {
        return IntStream.rangeClosed(local(from).getYear(), local(due).getYear())
                .anyMatch(year -> !decided.contains(year));
    }

    private List<CalendarFile.Session> sessions(LocalDate day) {
        for (Own own : owns) {
            if (own.period().contains(day)) {
                return own.week().sessions(day);
            }
        }
        return usual.sessions(day);
    }

    private LocalDateTime after(LocalDateTime start, Duration limit) {
        Duration left = limit;
        for (LocalDate day = start.toLocalDate(); day.isBefore(end(start)); day = day.plusDays(1)) {
            for (CalendarFile.Session session : sessions(day)) {
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
        LocalDateTime day = rolled(inTime ? start : start.plusDays(1));
        return day.with(sessions(day.toLocalDate()).getLast().until());
    }

    private LocalDateTime rolled(LocalDateTime moment) {
        LocalDateTime rolled = moment;
        while (!working(rolled.toLocalDate())) {
            rolled = rolled.plusDays(1);
        }
        return rolled;
    }

    private static LocalDate end(LocalDateTime start) {
        return start.toLocalDate().plusDays(LONGEST_WALK_DAYS);
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, VietnamTime.OFFSET);
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
