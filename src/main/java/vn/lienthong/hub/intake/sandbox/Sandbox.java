package vn.lienthong.hub.intake.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.dossier.DryRegister;
import vn.lienthong.hub.dossier.Observation;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.intake.normalise.Normalised;
import vn.lienthong.hub.intake.normalise.Samples;
import vn.lienthong.hub.intake.sandbox.Outcome.Line;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;
import vn.lienthong.hub.platform.time.HybridClock;

/** Plays a push against what the same sender pushed into the sandbox before. */
@Component
class Sandbox {

    private final Samples samples;
    private final DryRegister register;
    private final PretendedNeighbours neighbours;
    private final SandboxTable table;
    private final Receipts receipts;
    private final HybridClock stamps;

    Sandbox(
            Samples samples,
            DryRegister register,
            PretendedNeighbours neighbours,
            SandboxTable table,
            Receipts receipts,
            HybridClock stamps) {
        this.samples = samples;
        this.register = register;
        this.neighbours = neighbours;
        this.table = table;
        this.receipts = receipts;
        this.stamps = stamps;
    }

    /**
     * A push.
     *
     * @param key the {@code Idempotency-Key}: the same key gets the same receipt and outcome, and plays once
     */
    record Push(
            byte[] body,
            @Nullable String type,
            @Nullable String key,
            @Nullable Instant snapshotAt,
            String correlationId,
            Locale language) {}

    @Transactional
    public Outcome play(Sender sender, Push push) {
        Receipt receipt = receipts.issue("sandbox/" + sender.id(), push.key());
        String text = receipts.text(receipt);
        table.lock(text);
        Optional<Outcome> before = table.outcome(sender.id(), text);
        if (before.isPresent()) {
            return before.get();
        }
        Outcome outcome = new Play(sender, push, receipt, stamps.next().at()).outcome(text);
        table.keep(sender.id(), outcome);
        return outcome;
    }

    Optional<Outcome> outcome(@Nullable String sender, String receipt) {
        return table.outcome(sender, receipt);
    }

    @Transactional
    public int empty(String sender) {
        return table.empty(sender);
    }

    /** One push on its way to its outcome. */
    private final class Play {

        private final Sender sender;
        private final Push push;
        private final Receipt receipt;
        private final Instant now;

        Play(Sender sender, Push push, Receipt receipt, Instant now) {
            this.sender = sender;
            this.push = push;
            this.receipt = receipt;
            this.now = now;
        }

        Outcome outcome(String text) {
            try {
                List<Line> lines = new ArrayList<>();
                for (Samples.Said said : samples.read(sender.id(), sender.settings(), push.body(), push.type())) {
                    lines.add(line(lines.size() + 1, said.normalised()));
                }
                return new Outcome(text, now, List.of(), lines);
            } catch (RefusedException unreadable) {
                return new Outcome(text, now, words(unreadable.reasons()), List.of());
            }
        }

        private Line line(int no, Normalised said) {
            return switch (said) {
                case Normalised.Refused refused -> failed(no, RecordState.REFUSED, null, refused.reasons());
                case Normalised.Parked parked -> failed(no, RecordState.PARKED, null, parked.reasons());
                case Normalised.Observed seen -> observed(no, observation(no, seen));
            };
        }

        private Line observed(int no, Observation seen) {
            DryRegister.Tried tried = register.register(table.told(sender.id(), seen.code()), seen);
            OutwardDossier dossier = tried.dossier();
            if (dossier == null) {
                RecordState state = tried.refused() ? RecordState.REFUSED : RecordState.PARKED;
                return failed(no, state, seen.code(), tried.reasons());
            }
            table.keep(seen);
            Integer status = tried.status() == null ? null : tried.status().code();
            return new Line(
                    no,
                    RecordState.REGISTERED,
                    seen.code(),
                    tried.changed(),
                    status,
                    dossier.events().stream()
                            .map(OutwardEvent::verdict)
                            .map(Enum::name)
                            .toList(),
                    List.of(),
                    neighbours.told(dossier));
        }

        private Line failed(int no, RecordState state, @Nullable String code, List<Reason> reasons) {
            return new Line(no, state, code, null, null, List.of(), words(reasons), List.of());
        }

        private List<ReasonText> words(List<Reason> reasons) {
            return reasons.stream()
                    .map(reason -> Reasons.text(reason, push.language()))
                    .toList();
        }

        private Observation observation(int no, Normalised.Observed seen) {
            return new Observation(
                    sender.id(),
                    sender.contract(),
                    receipt.id(),
                    no,
                    seen.code(),
                    seen.facts(),
                    seen.status(),
                    stamps.next(),
                    now,
                    seen.snapshotAt() == null ? push.snapshotAt() : seen.snapshotAt(),
                    sender.configVersion(),
                    push.correlationId(),
                    seen.doubts());
        }
    }
}
