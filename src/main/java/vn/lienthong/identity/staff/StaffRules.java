package vn.lienthong.identity.staff;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config/identity/staff.yaml} says.
 *
 * @param invitation how long the code for a first or new password holds
 * @param pending how long somebody may take between password and second factor
 * @param secondFactor the roles that log in with one
 */
record StaffRules(
        Password password,
        Duration invitation,
        Duration pending,
        Set<StaffRole> secondFactor,
        Lockout lockout,
        Levels levels) {

    /** Length counts, and that it is none of the words that everybody tries. */
    record Password(int least, int most, @Nullable Duration age, List<String> forbidden) {}

    /**
     * @param failures of one account before it is locked
     * @param within after which without a try failures are forgotten
     * @param first how long the first lock holds; each further failure doubles it
     * @param perAddress failures of all accounts from one address within that time
     */
    record Lockout(int failures, Duration within, Duration first, Duration longest, int perAddress) {}

    /** The assurance that a log-in states. */
    record Levels(String password, String secondFactor) {}
}
