package vn.lienthong.hub.intake.submissions;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;

/**
 * What a step has to send on the listener's own session before its message is acknowledged.
 *
 * @param records one message per record still to be registered; asking for the next may commit the next few hundred
 * @param wakeUps at most one nudge for the workers that call the national portal; may be lost, since the ledger's
 *     sweeper finds what nobody was woken for
 */
public record Followup(Iterator<Message> records, List<Message> wakeUps) {

    static final Followup NOTHING = new Followup(Collections.emptyIterator(), List.of());

    static Followup of(boolean wake, CamelContext camel, String correlationId) {
        return wake
                ? new Followup(Collections.emptyIterator(), List.of(Messages.nudge(camel, correlationId)))
                : NOTHING;
    }
}
