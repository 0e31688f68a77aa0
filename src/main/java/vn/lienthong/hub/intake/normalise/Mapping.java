package vn.lienthong.hub.intake.normalise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.StatusClaim;
import vn.lienthong.hub.intake.decode.DecodeSettings;
import vn.lienthong.hub.intake.decode.Marks;
import vn.lienthong.hub.intake.normalise.StatusTable.Meaning;
import vn.lienthong.hub.intake.value.Scalars;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.trust.PersonalId;

/** One sender's words, compiled: a record in, what it says in canonical words out. */
record Mapping(
        DecodeSettings decode,
        @Nullable Kinds kinds,
        List<Field> fields,
        @Nullable StatusClaims statusClaims,
        Field.@Nullable Value snapshotAt,
        CanonicalSchema schema) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOT_A_RECORD = "not-a-record";
    private static final String UNMAPPED_EVENT = "unmapped-event";
    private static final String INVALID_DOSSIER = "invalid-dossier";
    private static final String DUE_BEFORE_RECEPTION = "due-before-reception";

    Normalised normalise(JsonNode record, LocalDate today) {
        return normalise(record, today, new Findings(Marks.row(record)));
    }

    /** Everything found stays in {@code findings}, also what the verdict leaves out. */
    Normalised normalise(JsonNode record, LocalDate today, Findings findings) {
        List<Reason> undecodable = Marks.undecodable(record);
        if (!undecodable.isEmpty()) {
            return new Normalised.Refused(undecodable);
        }
        if (!record.isObject()) {
            return new Normalised.Refused(List.of(Reason.of(NOT_A_RECORD)));
        }
        Source source = new Source(record, "", today);
        Meaning meaning = meaning(source, findings);
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> field.fill(source, facts, findings));
        StatusClaim claim = meaning instanceof Meaning.Is is && statusClaims != null
                ? statusClaims.claim(is, source, findings)
                : null;
        Instant version = snapshotTime(source, findings);
        checkDates(facts, source, findings);
        checkPerson(facts.path("applicant"), "applicant", findings);
        checkPerson(facts.path("owner"), "owner", findings);
        Optional<Normalised> wrong = findings.verdict();
        return wrong.isPresent() ? wrong.get() : observed(facts, meaning, claim, version, findings.doubts());
    }

    /** The fields that can be read, whatever is wrong with the others. */
    ObjectNode legible(JsonNode record, LocalDate today) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        if (record.isObject() && Marks.undecodable(record).isEmpty()) {
            Source source = new Source(record, "", today);
            for (Field field : fields) {
                try {
                    field.fill(source, facts, new Findings(Marks.row(record)));
                } catch (JsonataExpression.ExpressionFailed unreadable) {
                    continue; // what it fills stays empty
                }
            }
        }
        return facts;
    }

    private @Nullable Meaning meaning(Source source, Findings findings) {
        if (statusClaims == null) {
            return new Meaning.Details();
        }
        String kind = null;
        if (kinds != null) {
            kind = kinds.of(source).orElse(null);
            if (kind == null) {
                findings.park(UNMAPPED_EVENT, null, null);
                return null;
            }
        }
        return statusClaims.meaning(source, kind, findings);
    }

    private Normalised observed(
            ObjectNode facts,
            @Nullable Meaning meaning,
            @Nullable StatusClaim claim,
            @Nullable Instant version,
            List<String> doubts) {
        List<String> violations = schema.violations(facts);
        if (!violations.isEmpty()) {
            List<Reason> reasons = violations.stream()
                    .map(where -> Reason.of(INVALID_DOSSIER, where, null))
                    .toList();
            return new Normalised.Parked(INVALID_DOSSIER + " " + violations.getFirst(), Findings.HUB, reasons);
        }
        boolean says = facts.size() > 1 && !(meaning instanceof Meaning.Note);
        return new Normalised.Observed(
                facts.get("code").stringValue(),
                says ? JSON.treeToValue(facts, DossierFacts.class) : null,
                claim,
                version,
                doubts);
    }

    private @Nullable Instant snapshotTime(Source source, Findings findings) {
        if (snapshotAt == null) {
            return null;
        }
        ObjectNode target = JsonNodeFactory.instance.objectNode();
        snapshotAt.fill(source, target, findings);
        return target.isEmpty() ? null : moment(target.get(snapshotAt.name()));
    }

    // by date: a due date often has no time of day
    private void checkDates(ObjectNode facts, Source source, Findings findings) {
        JsonNode due = facts.path("dueAt");
        JsonNode received = facts.path("receivedAt");
        if (!Scalars.isBlank(due) && !Scalars.isBlank(received) && day(due).compareTo(day(received)) < 0) {
            findings.refuse(
                    DUE_BEFORE_RECEPTION, sendersNameOf("dueAt", source), due, Map.of("receivedAt", day(received)));
        }
    }

    // the record of birth may have been corrected since: for the officer to see, no reason to refuse
    private static void checkPerson(JsonNode party, String name, Findings findings) {
        String id = party.path("personalId").stringValue(null);
        String birth = party.path("birthDate").stringValue(null);
        if (id != null && birth != null && !PersonalId.fits(id, LocalDate.parse(birth))) {
            findings.doubt(PersonalId.OTHER_BIRTH, name + ".personalId");
        }
    }

    private String sendersNameOf(String name, Source source) {
        for (Field field : fields) {
            if (field instanceof Field.Value value && value.name().equals(name)) {
                return value.from().label(source);
            }
        }
        return name;
    }

    private static String day(JsonNode moment) {
        return moment.stringValue().substring(0, 10);
    }

    private static Instant moment(JsonNode text) {
        return OffsetDateTime.parse(text.stringValue()).toInstant();
    }
}
