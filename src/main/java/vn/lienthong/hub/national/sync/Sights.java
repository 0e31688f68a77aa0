package vn.lienthong.hub.national.sync;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.Claim;
import vn.lienthong.hub.dossier.NeighbourView.Sight;
import vn.lienthong.hub.dossier.Standing;
import vn.lienthong.hub.national.portal.KnownThere;
import vn.lienthong.hub.national.portal.LogInFailed;

/** Looks dossiers up without touching the ledger, for those who compare. */
final class Sights {

    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final Errands errands;
    private final Questions questions;

    Sights(Errands errands, Questions questions) {
        this.errands = errands;
        this.questions = questions;
    }

    /** Those that go by a door which cannot be asked are left out; without a session nobody is asked, and nobody answers. */
    Map<UUID, Sight> of(List<UUID> dossiers) {
        try {
            return asked(dossiers);
        } catch (LogInFailed away) {
            return Map.of();
        }
    }

    private Map<UUID, Sight> asked(List<UUID> dossiers) {
        var asked = errands
                .of(dossiers.stream()
                        .map(id -> new Claim(id, 0, 0, 0, Standing.NOTHING))
                        .toList())
                .stream()
                .filter(errand -> errand.way().dialect().looksUp())
                .toList();
        var answers = questions.ask(asked);
        Map<UUID, Sight> seen = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            var errand = asked.get(i);
            var id = errand.dossier().id();
            var codes = errand.way().dialect().codes();
            KnownThere.from(answers.get(i).exchange(), codes, errand.there().code())
                    .ifPresent(there -> seen.put(id, sight(there)));
        }
        return seen;
    }

    private static Sight sight(KnownThere there) {
        if (!there.known()) {
            return Sight.NOTHING;
        }
        return new Sight(
                true,
                status(there),
                moment(there.details().get("NgayTiepNhan")),
                moment(there.details().get("NgayHenTra")));
    }

    /** As the portal says it, else as its last step shows it. */
    private static @Nullable Integer status(KnownThere there) {
        var said = there.details().get("TrangThaiHoSo");
        return said != null && !said.isBlank()
                ? number(said)
                : Optional.ofNullable(there.steps()).orElse(List.of()).stream()
                        .max(Comparator.comparing(KnownThere.Step::at))
                        .map(step -> number(step.status()))
                        .orElse(null);
    }

    private static @Nullable Integer number(String status) {
        return status.matches("\\d{1,2}") ? Integer.valueOf(status) : null;
    }

    private static @Nullable String moment(@Nullable String wire) {
        try {
            return wire == null || wire.isBlank()
                    ? null
                    : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.parse(wire, WIRE));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
