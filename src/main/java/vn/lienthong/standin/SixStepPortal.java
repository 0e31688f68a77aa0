package vn.lienthong.standin;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.standin.fault.Fault;
import vn.lienthong.standin.fault.FaultMode;
import vn.lienthong.standin.fault.FaultSwitch;
import vn.lienthong.standin.fault.ReplyForm;
import vn.lienthong.standin.protocol.ErrorCode;
import vn.lienthong.standin.protocol.Refusal;
import vn.lienthong.standin.protocol.Reply;

/** The door of 2026: refusals are HTTP statuses. The mapping says which of the six steps an address is. */
final class SixStepPortal implements ResponseDefinitionTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] NOT_SHOWN = "{}".getBytes(StandardCharsets.US_ASCII);

    private final SixSteps steps;
    private final FaultSwitch faults;
    private final Calls calls;
    private final Clock clock;

    SixStepPortal(SixSteps steps, FaultSwitch faults, Calls calls, Clock clock) {
        this.steps = steps;
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "six-step";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String service = event.getTransformerParameters().getString("service");
        Fault fault = faults.next(service);
        try {
            if (!fault.mode().reachesPortal()) {
                throw Refusal.systemFailure();
            }
            if (fault.mode() == FaultMode.SESSION_INVALID) {
                throw Refusal.sessionInvalid();
            }
            ObjectNode answer = steps.answer(service, request, fault);
            note(service, request, fault, Reply.success(""));
            return ReplyForm.ofApi(fault, 200, answer);
        } catch (Refusal refusal) {
            note(service, request, fault, refusal.reply());
            return ReplyForm.ofApi(fault, status(refusal.code()), refused(refusal));
        }
    }

    private void note(String service, Request request, Fault fault, Reply reply) {
        boolean shown = !service.equals(NationalPortal.LOGIN) && !service.equals(SixSteps.UPLOAD);
        calls.add(new Call(clock.instant(), service, shown ? request.getBody() : NOT_SHOWN, fault.mode(), reply));
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case SESSION_INVALID, LOGIN_REFUSED -> 401;
            case UNKNOWN_DOSSIER -> 404;
            case SYSTEM_FAILURE -> 502;
            case ALREADY_EXISTS, SUCCESS -> 200;
            case BAD_FIELD -> 400;
        };
    }

    /** Of a dossier that is there already the portal still says under which id; that it does is assumed. */
    private static ObjectNode refused(Refusal refusal) {
        return JSON.createObjectNode().put("code", refusal.code().wire()).put("message", refusal.sentence());
    }
}
