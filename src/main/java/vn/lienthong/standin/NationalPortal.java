package vn.lienthong.standin;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Clock;
import vn.lienthong.standin.fault.Fault;
import vn.lienthong.standin.fault.FaultMode;
import vn.lienthong.standin.fault.FaultSwitch;
import vn.lienthong.standin.fault.ReplyForm;
import vn.lienthong.standin.protocol.Refusal;
import vn.lienthong.standin.protocol.Reply;

/** Answers the calls that the stub mappings send here; the mapping says by which door a call came in. */
final class NationalPortal implements ResponseDefinitionTransformerV2 {

    static final String LOGIN = "login";

    private final Services services;
    private final FaultSwitch faults;
    private final Calls calls;
    private final Clock clock;

    NationalPortal(Services services, FaultSwitch faults, Calls calls, Clock clock) {
        this.services = services;
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "national-portal";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        Parameters mapping = event.getTransformerParameters();
        Door door = Door.of(mapping, request);
        Fault fault = faults.next(door.service());
        Reply reply = answer(door, fault);
        calls.add(new Call(clock.instant(), door.service(), request.getBody(), fault.mode(), reply));
        return ReplyForm.of(fault, reply);
    }

    private Reply answer(Door door, Fault fault) {
        try {
            if (!fault.mode().reachesPortal()) {
                throw Refusal.systemFailure();
            }
            if (fault.mode() == FaultMode.SESSION_INVALID) {
                throw Refusal.sessionInvalid();
            }
            return services.answer(door, fault);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }
}
