package vn.lienthong.hub.intake.rehearsal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigLines;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/** Says of each reason which line of the configuration to look at. */
final class Pointer {

    private final Places places;
    private final ConfigBundle config;
    private final String province;
    private final Locale language;

    Pointer(Places places, ConfigBundle config, String province, Locale language) {
        this.places = places;
        this.config = config;
        this.province = province;
        this.language = language;
    }

    /** What is wrong, what to do, and where. */
    record Pointed(ReasonText reason, Line at) {}

    List<Pointed> point(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Pointed(Reasons.text(reason, language), line(reason)))
                .toList();
    }

    /** A line of any other file of the configuration. */
    Line line(String file, String pointer) {
        return new Line(
                file,
                config.find(file)
                        .map(text -> new ConfigLines(text).at(pointer).orElse(1))
                        .orElse(1));
    }

    private Line line(Reason reason) {
        return switch (reason.rule()) {
            case "unmapped-status" -> places.line("/status/table");
            case "unmapped-event" -> places.line("/kind");
            case "unknown-procedure" -> line("province/" + province + "/procedures.yaml", "/procedures");
            case "unknown-agency", "ambiguous-agency", "agency-out-of-date" ->
                line("province/" + province + "/agencies.yaml", "/agencies");
            case "invalid-dossier" -> canonical(reason.field());
            default -> read(reason);
        };
    }

    private Line read(Reason reason) {
        String field = reason.field();
        if (field == null) {
            return places.line("/decode");
        }
        return places.named(field)
                .map(place -> places.line(isCode(reason) ? place.pointer() + "/list" : place.pointer()))
                .orElseGet(() -> canonical(field));
    }

    private static boolean isCode(Reason reason) {
        return reason.rule().equals("unmapped-code");
    }

    /** By the canonical name, as the schema's complaints and the checks across fields give it. */
    private Line canonical(@Nullable String name) {
        String dotted = name == null
                ? ""
                : name.replaceFirst("^/", "").replaceAll("/\\d+", "[]").replace('/', '.');
        return places.filling(dotted).map(places::line).orElseGet(() -> places.line("/fields"));
    }
}
