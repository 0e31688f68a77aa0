package vn.lienthong.hub.national.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code TraCuuHoSo} knows of a dossier; that it answers the steps is assumed of the portal.
 *
 * @param known whether the portal has the dossier at all
 * @param steps null when the answer says nothing of steps
 * @param details whatever else it says of the dossier, under the portal's field names
 */
public record KnownThere(boolean known, @Nullable List<Step> steps, Map<String, String> details) {

    private static final KnownThere NOTHING = new KnownThere(false, null, Map.of());

    public KnownThere {
        details = Map.copyOf(details);
    }

    /** A step the portal has; who and what are empty when it does not say. */
    public record Step(String status, String at, String who, String what) {

        public static Step of(JsonNode step) {
            return new Step(
                    step.path("TrangThai").asString(""),
                    step.path("ThoiDiemXuLy").asString(""),
                    step.path("NguoiXuLy").asString(""),
                    step.path("NoiDungXuLy").asString(""));
        }

        /** The key under which the portal tells steps of one dossier apart. */
        public String moment() {
            return status + "@" + at;
        }

        /** Whether this answer may be that step; words are compared only where both sides have them. */
        public boolean matches(Step ours) {
            return moment().equals(ours.moment())
                    && (who.isEmpty() || who.equals(ours.who))
                    && (what.isEmpty() || what.equals(ours.what));
        }
    }

    /** Empty when the reply settles nothing; an answer about another dossier than the one asked for settles nothing. */
    public static Optional<KnownThere> from(Exchange exchange, ReplyCodes codes, String asked) {
        return exchange.reply().flatMap(reply -> switch (codes.verdict(reply.code(), reply.words())) {
            case ACKED -> speaksOf(asked, reply) ? Optional.of(of(reply)) : Optional.empty();
            case NOT_THERE -> Optional.of(NOTHING);
            default -> Optional.empty();
        });
    }

    private static boolean speaksOf(String asked, Reply reply) {
        return reply.result().stream()
                .limit(1)
                .map(dossier -> dossier.path("MaHoSo").asString(asked))
                .allMatch(asked::equals);
    }

    private static KnownThere of(Reply reply) {
        if (reply.result().isEmpty()) {
            return NOTHING;
        }
        var dossier = reply.result().getFirst();
        var steps = dossier.path("TienDo");
        return new KnownThere(
                true, steps.isArray() ? steps.valueStream().map(Step::of).toList() : null, texts(dossier));
    }

    private static Map<String, String> texts(JsonNode dossier) {
        return dossier.propertyStream()
                .filter(field -> field.getValue().isString())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().asString()));
    }
}
