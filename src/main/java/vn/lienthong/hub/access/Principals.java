package vn.lienthong.hub.access;

import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.ProblemException;

/** Whom a key may be issued to: a sender that has a configuration, or a plainly named person or system. */
@Component
class Principals {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    private final Senders senders;

    Principals(Senders senders) {
        this.senders = senders;
    }

    /** The port by TLS asks for no second factor, so people of the province's staff log in or hold a key. */
    void checkSystem(String principal, Role role) {
        if (role.isStaff()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "systems-only",
                    "A certificate is a system's: " + role + " is a role of people, who log in or hold a key");
        }
        check(principal, role);
    }

    void check(String principal, Role role) {
        if (!NAME.matcher(principal).matches()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-principal",
                    "A principal is 2 to 64 of a-z, 0-9, dot, dash, underscore");
        }
        if (role == Role.DEPARTMENT_USER || role == Role.CITIZEN) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "people-log-in",
                    "Citizens and a department's users log in and have no key");
        }
        if (role == Role.SENDER && senders.find(principal).isEmpty()) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "unknown-sender", "There is no sender " + principal);
        }
    }
}
