package vn.lienthong.hub.dossier;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.hub.catalog.sender.Contract;
import vn.lienthong.hub.dossier.DossierFacts.Fee;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.time.HybridClock;

/**
 * What a confirmed payment does to a dossier: its fees are paid, and a dossier that waited for them goes on as it was
 * before (6 to 4, or 6 to 1 where it is paid before reception). A system of the hub's own says so, for the bank.
 */
@Component
public class PaidFees {

    private static final String SENDER = "payment-platform";

    private final DossierRegister register;
    private final HybridClock node;
    private final AppliedConfig config;
    private final Clock clock;

    PaidFees(DossierRegister register, HybridClock node, AppliedConfig config, Clock clock) {
        this.register = register;
        this.node = node;
        this.config = config;
        this.clock = clock;
    }

    /** A payment the bank confirmed; {@code reference} names it, once and for all. */
    public record Paid(String code, String reference, long amount, Instant at) {}

    /** Empty words when the dossier knows of the payment now, else why it does not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String settle(Paid paid) {
        Outcome outcome = register.settle(observation(paid, null, null), known -> after(known, paid));
        return switch (outcome) {
            case Outcome.Registered registered -> "";
            case Outcome.Refused refused ->
                "refused: " + refused.reasons().getFirst().rule();
            case Outcome.Parked parked -> "parked: " + parked.cause();
        };
    }

    /** Null when the register knows nothing that this payment pays. */
    private @Nullable Observation after(Known known, Paid paid) {
        DossierFacts facts = known.facts();
        if (facts == null || !facts.fees().isEmpty() && owed(facts) != paid.amount() && owed(facts) != 0) {
            return null;
        }
        List<Fee> fees = facts.fees().isEmpty()
                ? List.of(new Fee(null, null, paid.amount(), true))
                : facts.fees().stream()
                        .map(fee -> new Fee(fee.name(), fee.code(), fee.amount(), true))
                        .toList();
        return observation(paid, FeesOnly.of(facts.code(), fees), goesOn(known, paid));
    }

    /** What is not known to be paid. */
    private static long owed(DossierFacts facts) {
        return facts.fees().stream()
                .filter(fee -> !Boolean.TRUE.equals(fee.paid()))
                .mapToLong(fee -> Objects.requireNonNullElse(fee.amount(), 0L))
                .sum();
    }

    private static @Nullable StatusClaim goesOn(Known known, Paid paid) {
        if (known.status() != DossierStatus.WAIT_PAYMENT) {
            return null;
        }
        var past = known.history().stream().filter(PastStatus::counts).toList();
        var begun = past.stream().anyMatch(one -> one.status() == DossierStatus.IN_PROGRESS);
        var asked = past.stream()
                .filter(one -> one.status() == DossierStatus.WAIT_PAYMENT)
                .map(PastStatus::orderAt)
                .max(Instant::compareTo);
        // The platform tells whole seconds: a time before the request is none, and when we heard of it counts.
        var at = asked.filter(request -> request.isAfter(paid.at())).isPresent() ? null : paid.at();
        return new StatusClaim(
                begun ? DossierStatus.IN_PROGRESS : DossierStatus.SUBMITTED,
                at,
                TimeSource.SOURCE,
                null,
                null,
                null,
                "Đã xác nhận thanh toán " + paid.reference());
    }

    private Observation observation(Paid paid, @Nullable DossierFacts facts, @Nullable StatusClaim claim) {
        return new Observation(
                SENDER,
                Contract.EVENTS,
                UUID.nameUUIDFromBytes(paid.reference().getBytes(StandardCharsets.UTF_8)),
                1,
                paid.code(),
                facts,
                claim,
                node.next(),
                clock.instant(),
                null,
                config.version(),
                paid.reference(),
                List.of());
    }
}
