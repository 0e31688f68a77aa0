package vn.lienthong.identity.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.identity.http.Fault;
import vn.lienthong.identity.http.Refusal;

/**
 * What an administrator sends about a member of staff; a field that an act does not need is ignored.
 *
 * @param department the sender whose traffic a department's user sees
 * @param agency the code of the agency whose person it is
 * @param from when the rights begin, now when absent
 */
record StaffForm(
        @Nullable String name,
        @Nullable String displayName,
        @Nullable StaffRole role,
        @Nullable String department,
        @Nullable String agency,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String reason) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST = 100;

    /** Checked; the name and the display name too when the account is new. */
    Grant grant(boolean fresh, Clock clock) {
        List<Fault> faults = new ArrayList<>();
        if (fresh) {
            names(faults);
        }
        if (role == null) {
            faults.add(new Fault("role", "missing", "one of " + List.of(StaffRole.values())));
        }
        if ((role == StaffRole.DEPARTMENT_USER) == (department == null)) {
            faults.add(new Fault("department", "of-a-department", "the sender's id, for DEPARTMENT_USER and no other"));
        }
        code("department", department, faults);
        code("agency", agency, faults);
        Instant now = clock.instant();
        if (from != null && Moments.isPast(from, now)) {
            faults.add(Moments.past("from"));
        }
        Instant begin = from == null ? now : Moments.later(from, now);
        if (until != null && !until.isAfter(begin)) {
            faults.add(new Fault("until", "before-from", "rights end after they begin"));
        }
        if (!faults.isEmpty() || role == null) {
            throw Refusal.wrong(faults);
        }
        return new Grant(role, department, agency, begin, until);
    }

    private void names(List<Fault> faults) {
        if (name == null || !NAME.matcher(name).matches()) {
            faults.add(new Fault("name", "staff-name", "3 to 40 small letters, digits, dots, hyphens, underscores"));
        }
        if (displayName == null || displayName.isBlank() || displayName.length() > LONGEST) {
            faults.add(new Fault("displayName", "missing", "the name that colleagues read, at most 100 characters"));
        }
    }

    private static void code(String field, @Nullable String given, List<Fault> faults) {
        if (given != null && !CODE.matcher(given).matches()) {
            faults.add(new Fault(field, "code", "a code of letters, digits, dots and hyphens"));
        }
    }
}
