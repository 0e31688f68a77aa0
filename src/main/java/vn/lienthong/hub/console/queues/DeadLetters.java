package vn.lienthong.hub.console.queues;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.http.ProblemException;

/** What the broker gave up on, and its way back. */
@Component
class DeadLetters {

    private final BrokerQueues broker;
    private final Set<String> queues;

    /** @param queues where the broker puts it: the first two are ours, the others an external Artemis's own */
    DeadLetters(
            BrokerQueues broker,
            @Value("${lienthong.console.queues.dead:dead-letters,expired,DLQ,ExpiryQueue}") List<String> queues) {
        this.broker = broker;
        this.queues = Set.copyOf(queues);
    }

    /** A message and the queue it lies in. */
    record Found(String queue, HeldMessage message) {}

    Set<String> queues() {
        return queues;
    }

    /** A message that the broker gave up on. */
    Optional<Found> find(long id) {
        return broker.with(session -> {
            for (String queue : queues) {
                List<HeldMessage> one = new ArrayList<>();
                if (BrokerQueues.exists(session, queue)) {
                    BrokerQueues.browse(session, queue, message -> {
                        boolean found = message.getMessageID() == id;
                        if (found) {
                            one.add(Headers.held(message));
                        }
                        return found;
                    });
                }
                if (!one.isEmpty()) {
                    return Optional.of(new Found(queue, one.getFirst()));
                }
            }
            return Optional.empty();
        });
    }

    /** Back to where the broker took it from; false when somebody was faster. */
    boolean takesBack(Found found) {
        return broker.with(session -> {
            try (Management management = new Management(session)) {
                return management.takesBack(found.queue(), found.message().id());
            } catch (ActiveMQSecurityException refused) {
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "broker-not-managed",
                        "Broker không cho tài khoản của trung tâm quản lý (quyền manage); trả lại bằng màn hình của Artemis");
            } catch (Exception away) {
                throw BrokerQueues.away(away);
            }
        });
    }
}
