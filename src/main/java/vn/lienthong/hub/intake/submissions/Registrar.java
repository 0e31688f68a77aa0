package vn.lienthong.hub.intake.submissions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.dossier.DossierRegister;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.Observation;
import vn.lienthong.hub.intake.normalise.Normalised;
import vn.lienthong.hub.platform.reason.Reason;

/** Hands what a record says to the register, inside the caller's transaction, and says how the record ended. */
@Component
class Registrar {

    private static final String UNKNOWN_SENDER = "unknown-sender";
    private static final String NOT_GRANTED = "procedure-not-granted";

    private final DossierRegister register;
    private final Dossiers dossiers;

    Registrar(DossierRegister register, Dossiers dossiers) {
        this.register = register;
        this.dossiers = dossiers;
    }

    /** A sender whose configuration was taken away while its submission was on the way. */
    static Ending unknownSender(String sender) {
        return Ending.parked(null, UNKNOWN_SENDER, Ending.HUB, List.of(Reason.of(UNKNOWN_SENDER, "sender", sender)));
    }

    Ending register(Submission submission, Sender sender, long configVersion, int no, Normalised said) {
        return switch (said) {
            case Normalised.Refused refused -> Ending.refused(null, refused.reasons());
            case Normalised.Parked parked -> Ending.parked(null, parked.cause(), parked.owner(), parked.reasons());
            case Normalised.Observed seen -> observed(submission, sender, configVersion, no, seen);
        };
    }

    private Ending observed(
            Submission submission, Sender sender, long configVersion, int no, Normalised.Observed seen) {
        if (submission.procedures() != null && !granted(submission, seen)) {
            return Ending.refused(seen.code(), List.of(Reason.of(NOT_GRANTED, "procedure", said(seen))));
        }
        return Ending.of(register.register(observation(submission, sender, configVersion, no, seen)), seen.code());
    }

    /** News of a dossier need not say its procedure; then the one it was registered under counts, too. */
    private boolean granted(Submission submission, Normalised.Observed seen) {
        Optional<String> registered = dossiers.byCode(seen.code()).map(DossierView::procedureCode);
        String said = said(seen);
        return registered.filter(procedure -> !submission.grants(procedure)).isEmpty()
                && submission.grants(said == null ? registered.orElse(null) : said);
    }

    private static @Nullable String said(Normalised.Observed seen) {
        return seen.facts() == null ? null : seen.facts().procedure();
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
