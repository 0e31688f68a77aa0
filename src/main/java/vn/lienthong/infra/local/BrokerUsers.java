package vn.lienthong.infra.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;
import vn.lienthong.infra.BrokerGate;

/**
 * The hub may do everything; a sender may put messages on its own door, take those of its own identity events, and do
 * nothing else, not even look.
 */
final class BrokerUsers implements ActiveMQSecurityManager5 {

    private static final String DOOR = "door.";
    private static final String EVENTS = "identity.events.";

    private final String hub;
    private final String password;
    private final BrokerGate gate;

    BrokerUsers(String hub, String password, BrokerGate gate) {
        this.hub = hub;
        this.password = password;
        this.gate = gate;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String presented,
            @Nullable RemotingConnection connection,
            @Nullable String domain) {
        if (user == null
                || presented == null
                || !(user.equals(hub) ? isOurs(presented) : gate.opens(user, presented))) {
            return null;
        }
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        return subject;
    }

    private boolean isOurs(String presented) {
        return MessageDigest.isEqual(
                presented.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType wish, String address) {
        if (subject == null) {
            return false;
        }
        return subject.getPrincipals(UserPrincipal.class).stream()
                .map(UserPrincipal::getName)
                .anyMatch(user -> user.equals(hub)
                        || wish == CheckType.SEND && address.equals(DOOR + user)
                        || wish == CheckType.CONSUME && address.equals(EVENTS + user));
    }

    @Override
    public boolean validateUser(String user, String presented) {
        return authenticate(user, presented, null, null) != null;
    }

    @Override
    public boolean validateUserAndRole(String user, String presented, Set<Role> roles, CheckType wish) {
        throw new UnsupportedOperationException("the broker asks for an address too");
    }
}
