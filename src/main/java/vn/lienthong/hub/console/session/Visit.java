package vn.lienthong.hub.console.session;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the console.
 *
 * @param name of the account, as the audit knows it
 * @param role in the hub
 * @param rights what the role may do, in the API's words
 * @param department the sender whose traffic alone is shown; empty for the province's staff
 * @param proof the access token or key by which the pages ask for what this person may see
 * @param refresh gets the next token; null with a key
 * @param renewAt when the token must be renewed; null with a key
 * @param hint tells the provider whose log-in ends at the log-out; null with a key
 */
public record Visit(
        String name,
        String role,
        Set<String> rights,
        String department,
        String proof,
        @Nullable String refresh,
        @Nullable Instant renewAt,
        @Nullable String hint,
        Instant began,
        Instant seen) {

    public boolean may(String right) {
        return rights.contains(right);
    }

    /** Whether it is somebody of one department, who sees its traffic alone. */
    public boolean ofDepartment() {
        return "DEPARTMENT_USER".equals(role);
    }

    /** Whether the proof is a token of the provider, and not a key. */
    public boolean byProvider() {
        return renewAt != null;
    }

    Visit seenAt(Instant now) {
        return new Visit(name, role, rights, department, proof, refresh, renewAt, hint, began, now);
    }

    Visit renewed(Grant grant) {
        return new Visit(
                name, role, rights, department, grant.access(), grant.refresh(), grant.renewAt(), hint, began, seen);
    }

    /** As small as can be; the provider then asks at the log-out. */
    Visit withoutHint() {
        return new Visit(name, role, rights, department, proof, refresh, renewAt, null, began, seen);
    }

    boolean needsRenewal(Instant now) {
        return renewAt != null && !now.isBefore(renewAt);
    }

    /** What the provider gave for a code or a refresh token. */
    record Grant(String access, @Nullable String refresh, Instant renewAt) {}

    /** Never the proof. */
    @Override
    public String toString() {
        return "Visit[" + name + ", " + role + "]";
    }
}
