package vn.lienthong.hub.dossier;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.platform.reason.Reason;

/** Exactly one system writes a dossier, unless the configuration of another says that it writes for it too. */
@Component
class Authority {

    private static final String WRITES_FOR = "writesFor";

    private final Senders senders;

    Authority(Senders senders) {
        this.senders = senders;
    }

    boolean mayWrite(String sender, String owner) {
        return sender.equals(owner) || writesFor(sender, owner);
    }

    private boolean writesFor(String sender, String owner) {
        return senders.find(sender)
                .flatMap(known -> Optional.ofNullable(known.settings().get(WRITES_FOR)))
                .filter(owners -> owners.valueStream().anyMatch(name -> owner.equals(name.asString())))
                .isPresent();
    }

    Outcome.Parked refusal(Known known, Observation seen) {
        Reason reason = Reason.of(Rules.NOT_AUTHORITATIVE, "code", seen.code())
                .with("owner", known.authority())
                .with("sender", seen.sender());
        return new Outcome.Parked(Rules.NOT_AUTHORITATIVE + " " + seen.sender(), known.authority(), List.of(reason));
    }
}
