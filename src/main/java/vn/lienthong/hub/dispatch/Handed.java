package vn.lienthong.hub.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.Authorities;

/** Writes down that a system has a message, or took the dossier: the message, the hop and its own number are one. */
@Component
class Handed {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Dispatches dispatches;
    private final Handovers handovers;
    private final Authorities authorities;
    private final TransactionTemplate transaction;

    Handed(Dispatches dispatches, Handovers handovers, Authorities authorities, TransactionTemplate transaction) {
        this.dispatches = dispatches;
        this.handovers = handovers;
        this.authorities = authorities;
        this.transaction = transaction;
    }

    /** A system that was called said yes. */
    void told(Message message, SystemTerms rules, String lease, String reply) {
        transaction.executeWithoutResult(status -> {
            authorities.lock(message.dossierId());
            if (dispatches.done(message.id(), lease)) {
                arrived(message, rules.replyAccepts() ? "REPLY" : null, localCode(rules.localCode(), reply));
            }
        });
    }

    /** A system fetched it. */
    void fetched(Message message) {
        if (message.kind() == Kind.NEW) {
            handovers.dispatched(message.dossierId());
        }
    }

    /** A system that fetched it says that it took it, or never will; false when that is known already. */
    boolean acknowledged(UUID id, String system, boolean taken, @Nullable String localCode, @Nullable String reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Dispatches.Fetched fetched = dispatches.fetched(id, system).orElseThrow();
            authorities.lock(fetched.message().dossierId());
            if (!dispatches.ends(id, taken, reason)) {
                return false;
            }
            if (taken) {
                arrived(fetched.message(), "ACK", localCode);
            }
            return true;
        }));
    }

    private void arrived(Message message, @Nullable String acceptedBy, @Nullable String localCode) {
        if (message.kind() == Kind.NEW) {
            handovers.dispatched(message.dossierId());
            if (acceptedBy != null) {
                handovers.accepted(message.dossierId(), acceptedBy);
            }
        }
        if (localCode != null && !localCode.isBlank() && !localCode.equals(message.code())) {
            authorities.numbered(message.dossierId(), message.system(), localCode.strip());
        }
    }

    private static @Nullable String localCode(@Nullable JsonPointer at, String reply) {
        if (at == null) {
            return null;
        }
        try {
            return JSON.readTree(reply).at(at).asString("");
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
