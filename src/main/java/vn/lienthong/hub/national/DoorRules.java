package vn.lienthong.hub.national;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.national.payload.PayloadRules.Required;
import vn.lienthong.hub.national.portal.Caller;
import vn.lienthong.hub.national.portal.Dialect;
import vn.lienthong.hub.national.portal.Dialect.Batches;
import vn.lienthong.hub.national.portal.EnvelopeDialect;
import vn.lienthong.hub.national.portal.RelayDialect;
import vn.lienthong.hub.national.portal.ReplyCodes;
import vn.lienthong.hub.national.portal.SixStepDialect;

/**
 * A door of the portal, as {@code config/national.yaml} describes it; what it leaves out is as for the first dialect.
 *
 * @param address where it is; left out, the portal's own address
 * @param clientId as whom the hub asks for a token
 * @param paths by what they are for
 * @param dossiers most records of a call that creates dossiers
 * @param steps most steps of a call
 * @param endpoint whose lists of {@code codes.yaml} it speaks
 */
public record DoorRules(
        Kind kind,
        @Nullable String address,
        @Nullable String clientId,
        Map<String, String> paths,
        @Nullable Integer dossiers,
        @Nullable Integer steps,
        @Nullable String endpoint,
        @Nullable ReplyCodes replies,
        @Nullable Map<String, Required> required) {

    /** The four dialects. */
    public enum Kind {
        ENVELOPE,
        RELAY,
        QUERY,
        SIX_STEP
    }

    public DoorRules {
        // Jackson passes null for what is left out.
        paths = Objects.requireNonNullElse(paths, Map.of());
    }

    static final DoorRules USUAL = new DoorRules(Kind.ENVELOPE, null, null, Map.of(), null, null, null, null, null);

    /** {@code contents} reads a file that the hub keeps. */
    Dialect dialect(Caller caller, String integration, ReplyCodes usual, Function<String, byte[]> contents) {
        var codes = replies == null ? usual : replies;
        var most = new Batches(Objects.requireNonNullElse(dossiers, 1), Objects.requireNonNullElse(steps, 1));
        return switch (kind) {
            case ENVELOPE -> new EnvelopeDialect(caller, integration, codes);
            case RELAY, QUERY ->
                new RelayDialect(
                        caller,
                        new RelayDialect.Paths(path("create"), path("update"), path("progress")),
                        kind == Kind.QUERY,
                        most,
                        codes);
            case SIX_STEP ->
                new SixStepDialect(
                        new SixStepDialect.Paths(
                                path("number"), path("upload"), path("create"), path("progress"), path("status")),
                        most,
                        contents,
                        codes);
        };
    }

    String path(String use) {
        var path = paths.get(use);
        if (path == null) {
            throw new IllegalStateException("config/national.yaml, doors: no path for " + use);
        }
        return path;
    }

    /** Which door agencies go through in a period; {@code agencies} left out means all that no other line names. */
    public record Choice(
            String door,
            @Nullable List<String> agencies,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Running running) {

        boolean names(@Nullable String agency) {
            return agencies != null && agency != null && agencies.contains(agency);
        }

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /** What becomes of a dossier that the portal has already when its agency changes to a door that numbers dossiers. */
    public enum Running {
        /** It goes on by the door it came by; what is left out means this. */
        STAY,
        /** It is told anew, under a new number. */
        MOVE
    }
}
