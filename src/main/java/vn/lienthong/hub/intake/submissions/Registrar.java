package vn.lienthong.hub.intake.submissions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.dossier.DossierRegister;
import vn.lienthong.hub.dossier.Observation;
import vn.lienthong.hub.intake.normalise.Normalised;
import vn.lienthong.hub.platform.reason.Reason;

/** Hands what a record says to the register, inside the caller's transaction, and says how the record ended. */
@Component
class Registrar {

    private static final String UNKNOWN_SENDER = "unknown-sender";

    private final DossierRegister register;

    Registrar(DossierRegister register) {
        this.register = register;
    }

    /** A sender whose configuration was taken away while its submission was on the way. */
    static Ending unknownSender(String sender) {
        return Ending.parked(null, UNKNOWN_SENDER, Ending.HUB, List.of(Reason.of(UNKNOWN_SENDER, "sender", sender)));
    }

    Ending register(Submission submission, Sender sender, long configVersion, int no, Normalised said) {
        return switch (said) {
            case Normalised.Refused refused -> Ending.refused(null, refused.reasons());
            case Normalised.Parked parked -> Ending.parked(null, parked.cause(), parked.owner(), parked.reasons());
            case Normalised.Observed seen ->
                Ending.of(register.register(observation(submission, sender, configVersion, no, seen)), seen.code());
        };
    }

    static Observation observation(
            Submission submission, Sender sender, long configVersion, int no, Normalised.Observed seen) {
        @Nullable Instant snapshotAt = seen.snapshotAt() == null ? submission.snapshotAt() : seen.snapshotAt();
        return new Observation(
                sender.id(),
                sender.contract(),
                submission.receipt(),
                no,
                seen.code(),
                seen.facts(),
                seen.status(),
                submission.stamp(),
                submission.acceptedAt(),
                snapshotAt,
                configVersion,
                submission.correlationId(),
                seen.doubts());
    }
}
