package vn.lienthong.hub.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.ProblemException;

/**
 * Whoever presented a valid key or token; the principal of the security context.
 *
 * @param department the sender whose traffic a department's user may see, empty for everybody else
 * @param agency whose person it is, by its code, empty when by none
 * @param citizen for whom a system acts, absent for whoever acts for themselves
 */
public record Caller(
        Actor actor,
        Reach reach,
        String department,
        String agency,
        @Nullable Citizen citizen) {

    /**
     * For whom a department's system calls.
     *
     * @param subject the identity provider's name for the citizen
     * @param owner keyed hashes of the citizen's ids
     * @param acr how sure the citizen's log-in was
     */
    public record Citizen(String subject, Set<String> owner, String acr) {}

    static final String ATTRIBUTE = Caller.class.getName();

    Caller(Actor actor) {
        this(actor, Reach.WHOLE_ROLE, "", "", null);
    }

    /** The caller of this request, absent on public pages asked for without a key. */
    public static Optional<Caller> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    public Role role() {
        return actor.role();
    }

    /** The only sender whose traffic the caller may see; null for whoever sees everybody's. */
    public @Nullable String sender() {
        return switch (actor.role()) {
            case SENDER -> actor.name();
            case DEPARTMENT_USER, CITIZEN -> department;
            default -> null;
        };
    }

    /** Whether traffic of this sender may be shown to the caller. */
    public boolean sees(String sender) {
        String only = sender();
        return only == null || only.equals(sender);
    }

    /** Whether this is the system of the given sender itself. */
    public boolean isSender(String sender) {
        return actor.role() == Role.SENDER && actor.name().equals(sender);
    }

    public boolean may(Right right) {
        return actor.role().has(right);
    }

    /** Who does it, for the audit; answered with 403 when the role does not give the right. */
    public Actor allowed(Right right) {
        if (!may(right)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "This needs the right "
                            + right.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return actor;
    }
}
