package vn.lienthong.hub.quality.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.catalog.agency.Resolution;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.hub.quality.lists.ListRow;

/** Compares one dossier with one row field by field; what one side does not give is not comparable, and no difference. */
final class Comparison {

    private static final int DAY = 10;

    private final Agencies agencies;
    private final LocalDate today;
    private final Tally tally;

    Comparison(Agencies agencies, LocalDate today, Tally tally) {
        this.agencies = agencies;
        this.today = today;
        this.tally = tally;
    }

    List<Finding> of(Against against, Ours here, Theirs there) {
        List<Finding> found = new ArrayList<>();
        ListRow row = there.row();
        status(against, here, there, found);
        date(against, "receivedAt", here, there, here.receivedAt(), row.receivedAt(), found);
        date(against, "dueAt", here, there, here.dueAt(), row.dueAt(), found);
        agency(against, here, there, found);
        return found;
    }

    private void status(Against against, Ours here, Theirs there, List<Finding> found) {
        Integer theirs = there.row().status();
        Integer ours = here.status();
        if (theirs == null || ours == null) {
            tally.notComparable(against, "status");
        } else if (!ours.equals(theirs)) {
            found.add(new Finding(
                    against, Kind.STATUS_DIFFERS, here, there, Integer.toString(ours), Integer.toString(theirs)));
        }
    }

    /** To the second, or by the day where the other side gives only the day. */
    private void date(
            Against against,
            String field,
            Ours here,
            Theirs there,
            @Nullable Instant ours,
            @Nullable String theirs,
            List<Finding> found) {
        if (theirs == null || ours == null) {
            tally.notComparable(against, field);
            return;
        }
        String local = local(ours);
        String comparable = theirs.length() == DAY ? local.substring(0, DAY) : local;
        if (!comparable.equals(theirs)) {
            found.add(new Finding(
                    against, Kind.DATE_DIFFERS, here, there, field + " " + comparable, field + " " + theirs));
        }
    }

    static String local(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(at, VietnamTime.ZONE).truncatedTo(ChronoUnit.SECONDS));
    }

    private void agency(Against against, Ours here, Theirs there, List<Finding> found) {
        String theirs = there.row().agency();
        String ours = here.agency();
        if (theirs == null || ours == null) {
            tally.notComparable(against, "agency");
            return;
        }
        String meant = meant(theirs, here.procedure(), here.receivedAt());
        if (meant == null) {
            tally.notComparable(against, "agency");
        } else if (!meant.equals(ours) && !answers(meant, ours, here.procedure())) {
            found.add(new Finding(against, Kind.AGENCY_DIFFERS, here, there, ours, theirs));
        }
    }

    /** Whom a code or name means: on the day of reception, else today; null when nobody or several. */
    @Nullable
    String meant(String codeOrName, @Nullable String procedure, @Nullable Instant receivedAt) {
        LocalDate then = receivedAt == null ? today : LocalDate.ofInstant(receivedAt, VietnamTime.ZONE);
        String before = id(agencies.resolve(codeOrName, procedure, then));
        return before != null || then.equals(today) ? before : id(agencies.resolve(codeOrName, procedure, today));
    }

    private boolean answers(String meant, String ours, @Nullable String procedure) {
        return agencies.answering(ours, procedure, today).stream()
                .map(Agency::id)
                .anyMatch(successor -> Objects.equals(successor, meant));
    }

    private static @Nullable String id(Resolution resolution) {
        return resolution instanceof Resolution.Found found ? found.agency().id() : null;
    }
}
