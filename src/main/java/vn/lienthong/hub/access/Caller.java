package vn.lienthong.hub.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;

/** Whoever presented a valid key or token; the principal of the security context. */
public record Caller(Actor actor, Reach reach) {

    static final String ATTRIBUTE = Caller.class.getName();

    Caller(Actor actor) {
        this(actor, Reach.WHOLE_ROLE);
    }

    /** The caller of this request, absent on public pages asked for without a key. */
    public static Optional<Caller> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    public Role role() {
        return actor.role();
    }

    /** The sender whose system this is, null for everybody who is not a sender. */
    public @Nullable String sender() {
        return actor.role() == Role.SENDER ? actor.name() : null;
    }

    /** Whether this is the system of the given sender. */
    public boolean isSender(String sender) {
        return actor.role() == Role.SENDER && actor.name().equals(sender);
    }

    /** Whether the caller is staff who may act on every sender's records. */
    public boolean isOperator() {
        return actor.role() == Role.OPERATOR || actor.role() == Role.ADMINISTRATOR;
    }
}
