package vn.lienthong.hub.dispatch;

import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.Authorities;
import vn.lienthong.hub.dossier.UnknownDossier;
import vn.lienthong.hub.platform.http.ProblemException;

/** Hands a running dossier to another system: it keeps the dossier from now on and is told it from its beginning. */
@Component
class Moves {

    private final Handovers handovers;
    private final Dispatches dispatches;
    private final Authorities authorities;
    private final Systems systems;
    private final Bell bell;
    private final TransactionTemplate transaction;

    Moves(
            Handovers handovers,
            Dispatches dispatches,
            Authorities authorities,
            Systems systems,
            Bell bell,
            TransactionTemplate transaction) {
        this.handovers = handovers;
        this.dispatches = dispatches;
        this.authorities = authorities;
        this.systems = systems;
        this.bell = bell;
        this.transaction = transaction;
    }

    /** The system that had it; empty when none had. */
    String move(String code, String system) {
        if (systems.find(system).isEmpty() || systems.handsOver(system)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "unknown-system",
                    "system: '" + system + "' không phải là hệ thống nhận hồ sơ của tỉnh");
        }
        String from = Objects.requireNonNull(transaction.execute(status -> {
            UUID dossier = handovers.dossier(code).orElseThrow(() -> UnknownDossier.problem(code));
            authorities.lock(dossier);
            String before = handovers.move(code, system).orElse("");
            authorities.give(dossier, system);
            dispatches.overtaken(dossier, system);
            return before;
        }));
        bell.ring();
        return from;
    }
}
