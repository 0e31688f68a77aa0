package vn.lienthong.hub.dispatch;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lienthong.hub.dossier.StatusChanged;

/**
 * Hears in the register's own transaction what became of a dossier that is handed over, so that neither is without the
 * other; costs every other dossier a look into memory.
 */
@Component
class Heard {

    private final Systems systems;
    private final Handovers handovers;
    private final Bell bell;

    Heard(Systems systems, Handovers handovers, Bell bell) {
        this.systems = systems;
        this.handovers = handovers;
        this.bell = bell;
    }

    @EventListener
    void changed(StatusChanged change) {
        if (!systems.handsOver(change.origin())) {
            return;
        }
        if (change.by().equals(change.origin())) {
            handovers.changed(change.dossierId(), change.code(), change.origin(), change.seq(), change.correlationId());
        } else {
            handovers.spokenOf(change.dossierId(), change.by());
        }
    }

    /** What was written above can be seen now. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void committed(StatusChanged change) {
        if (change.by().equals(change.origin())) {
            bell.ring();
        }
    }
}
