package vn.lienthong.hub.intake.normalise;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.StatusClaim;
import vn.lienthong.hub.dossier.TimeSource;
import vn.lienthong.hub.intake.normalise.StatusTable.Meaning;
import vn.lienthong.hub.intake.value.Moment;
import vn.lienthong.hub.intake.value.Scalars;
import vn.lienthong.hub.intake.value.VietnameseDate;

/** Reads from a record what it says about the dossier's status. */
record StatusClaims(
        @Nullable Expression word,
        @Nullable Expression sub,
        StatusTable table,
        Field.@Nullable Value officer,
        Field.@Nullable Value officerTitle,
        Field.@Nullable Value unit,
        Field.@Nullable Value note) {

    private static final String UNMAPPED = "unmapped-status";

    /** What the record's word means; null, with a finding, when that is not known. */
    @Nullable
    Meaning meaning(Source source, @Nullable String kind, Findings findings) {
        String field = word == null ? null : source.field(word.label(source));
        String said = kind == null && word != null ? text(word, source) : kind;
        if (said == null) {
            findings.refuse(Field.MISSING, field == null ? "" : field, null, Map.of());
            return null;
        }
        String subSaid = sub == null ? null : text(sub, source);
        Meaning meaning = table.meaning(said, subSaid);
        if (meaning == null || meaning instanceof Meaning.Park) {
            String both = subSaid == null ? said : said + "/" + subSaid;
            findings.park(UNMAPPED, field, JsonNodeFactory.instance.stringNode(both));
            return null;
        }
        return meaning;
    }

    StatusClaim claim(Meaning.Is is, Source source, Findings findings) {
        Optional<Moment> moment = is.at() == null ? Optional.empty() : moment(is.at(), source, findings);
        @Nullable Instant at = moment.map(Moment::at).orElse(null);
        TimeSource timeSource = moment.map(told -> told.dayOnly() ? TimeSource.DAY : TimeSource.SOURCE)
                .orElse(TimeSource.DOOR);
        return new StatusClaim(
                is.status(),
                at,
                timeSource,
                text(officer, source, findings),
                text(officerTitle, source, findings),
                text(unit, source, findings),
                text(note, source, findings));
    }

    private static Optional<Moment> moment(Expression at, Source source, Findings findings) {
        JsonNode value = at.of(source);
        if (Scalars.isBlank(value) || Scalars.text(value).equals("0")) {
            return Optional.empty();
        }
        Optional<Moment> moment = VietnameseDate.readOrEpoch(Scalars.text(value));
        moment.ifPresent(told -> findings.doubt(told.doubt(), source.field(at.label(source))));
        if (moment.isEmpty()) {
            findings.refuse(
                    VietnameseDate.broken(Scalars.text(value)), source.field(at.label(source)), value, Map.of());
        }
        return moment;
    }

    private static @Nullable String text(Expression from, Source source) {
        JsonNode value = from.of(source);
        return Scalars.isBlank(value) ? null : Scalars.text(value);
    }

    private static @Nullable String text(Field.@Nullable Value line, Source source, Findings findings) {
        if (line == null) {
            return null;
        }
        ObjectNode target = JsonNodeFactory.instance.objectNode();
        line.fill(source, target, findings);
        return target.path(line.name()).stringValue(null);
    }
}
