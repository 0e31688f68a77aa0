package vn.lienthong.standin;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.standin.fault.Fault;
import vn.lienthong.standin.fault.FaultMode;
import vn.lienthong.standin.protocol.Envelope;
import vn.lienthong.standin.protocol.RecordRules;
import vn.lienthong.standin.protocol.Refusal;
import vn.lienthong.standin.protocol.Reply;
import vn.lienthong.standin.store.Dossiers;
import vn.lienthong.standin.store.Kind;

/** The services that create, update and progress dossiers, and the one that asks about them. */
final class DossierServices {

    /** Callers send their steps in chunks of ten; that the portal insists on it is assumed. */
    private static final int STEPS_PER_CALL = 10;

    private final Dossiers dossiers;
    private final boolean strict;
    private final RecordRules dossierRules;
    private final RecordRules stepRules;

    DossierServices(Dossiers dossiers, boolean strict) {
        this.dossiers = dossiers;
        this.strict = strict;
        dossierRules = strict ? RecordRules.ofDossiers() : RecordRules.lenient();
        stepRules = strict ? RecordRules.ofSteps() : RecordRules.lenient();
    }

    Reply push(Envelope call, Fault fault) {
        Kind kind = call.updating() ? Kind.UPDATE : Kind.CREATE;
        return batch(dossierRules, kind, call).answer(fault);
    }

    Reply progress(Envelope call, Fault fault) {
        if (strict && call.records().size() > STEPS_PER_CALL) {
            throw Refusal.badField("data", "có quá %d bước trong một lần gọi".formatted(STEPS_PER_CALL));
        }
        return batch(stepRules, Kind.STEP, call).answer(fault);
    }

    private BatchCall batch(RecordRules rules, Kind kind, Envelope call) {
        return new BatchCall(dossiers, rules, kind, call.unit(), call.records(), UnaryOperator.identity());
    }

    Reply lookUp(Envelope call, Fault fault) {
        List<ObjectNode> answers = dossiers.find(call.text("mahoso")).stream()
                .map(found -> DossierJson.answer(found, dossiers::json))
                .toList();
        return Reply.rows(fault.mode() == FaultMode.WRONG_RECORD ? DossierJson.misnamed(answers) : answers);
    }
}
