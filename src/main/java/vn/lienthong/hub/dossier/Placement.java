package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.agency.Resolution;
import vn.lienthong.hub.catalog.procedure.Procedure;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Finds the procedure and the agency of a dossier as they were on its day of reception; never guesses. */
@Component
class Placement {

    private static final String OWNER = "hub";

    private final Procedures procedures;
    private final Agencies agencies;

    Placement(Procedures procedures, Agencies agencies) {
        this.procedures = procedures;
        this.agencies = agencies;
    }

    /** A place, or why there is none. */
    sealed interface Placed {
        record At(Place place) implements Placed {}

        record Nowhere(Outcome.Parked parked) implements Placed {}
    }

    /** Resolves again only when something that decides the place changed: a dossier keeps its versions. */
    Placed place(@Nullable DossierFacts facts, Known known, Observation seen) {
        if (facts == null || samePlace(facts, known.facts())) {
            return new Placed.At(known.place());
        }
        LocalDate day = LocalDate.ofInstant(receptionOf(facts, seen), VietnamTime.ZONE);
        Procedure procedure = null;
        if (facts.procedure() != null) {
            procedure = procedures.resolve(facts.procedure(), day).orElse(null);
            if (procedure == null) {
                return nowhere(Rules.UNKNOWN_PROCEDURE, "procedure", facts.procedure(), day);
            }
        }
        return withAgency(facts, procedure, day);
    }

    private Placed withAgency(DossierFacts facts, @Nullable Procedure procedure, LocalDate day) {
        String code = procedure == null ? null : procedure.code();
        Long version = procedure == null ? null : procedure.version();
        String agency = facts.agency();
        if (agency == null) {
            return new Placed.At(new Place(code, version, null));
        }
        return switch (agencies.resolve(agency, code, day)) {
            case Resolution.Found found ->
                new Placed.At(new Place(code, version, found.agency().id()));
            case Resolution.Unknown unknown -> nowhere(Rules.UNKNOWN_AGENCY, "agency", agency, day);
            case Resolution.OutOfDate ended -> outOfDate(agency, ended, day);
            case Resolution.Ambiguous ambiguous -> nowhere(Rules.AMBIGUOUS_AGENCY, "agency", agency, day);
        };
    }

    private static boolean samePlace(DossierFacts facts, @Nullable DossierFacts known) {
        return known != null
                && Objects.equals(facts.procedure(), known.procedure())
                && Objects.equals(facts.agency(), known.agency())
                && Objects.equals(facts.receivedAt(), known.receivedAt())
                && Objects.equals(facts.submittedAt(), known.submittedAt());
    }

    private static Instant receptionOf(DossierFacts facts, Observation seen) {
        if (facts.receivedAt() != null) {
            return facts.receivedAt();
        }
        return facts.submittedAt() != null ? facts.submittedAt() : seen.acceptedAt();
    }

    private static Placed outOfDate(String agency, Resolution.OutOfDate code, LocalDate day) {
        LocalDate until = code.until();
        Reason reason = Reason.of(Rules.AGENCY_OUT_OF_DATE, "agency", agency)
                .with("date", day.toString())
                .with("from", code.from().toString())
                .with("until", until == null ? "" : until.toString())
                .with("successors", String.join(", ", code.successors()));
        return new Placed.Nowhere(new Outcome.Parked(Rules.AGENCY_OUT_OF_DATE + " " + agency, OWNER, List.of(reason)));
    }

    private static Placed nowhere(String rule, String field, String value, LocalDate day) {
        Reason reason = Reason.of(rule, field, value).with("date", day.toString());
        return new Placed.Nowhere(new Outcome.Parked(rule + " " + value, OWNER, List.of(reason)));
    }
}
