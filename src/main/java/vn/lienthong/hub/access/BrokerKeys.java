package vn.lienthong.hub.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.infra.BrokerGate;

/** The key that opens the HTTP door opens the broker too: the user is the sender's id, the password its key. */
@Component
class BrokerKeys {

    BrokerKeys(ObjectProvider<BrokerGate> own, KeyRing ring) {
        own.ifAvailable(gate -> gate.keptBy((user, password) ->
                ring.holder(password).filter(caller -> caller.isSender(user)).isPresent()));
    }
}
