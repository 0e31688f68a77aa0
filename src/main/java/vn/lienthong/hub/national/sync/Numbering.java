package vn.lienthong.hub.national.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.DossierFacts.AliasKind;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.national.payload.NotSendable;
import vn.lienthong.hub.national.payload.Telling.FileToSend;

/**
 * What comes next where the portal numbers dossiers: the number, the files, the dossier; then a step, the files of its
 * result, its status. Each is kept before the next leaves.
 */
final class Numbering {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Before the dossier itself may be told; null when everything is there. */
    @Nullable
    Move before(Errand errand) {
        if (errand.saga().code() == null) {
            var given = given(errand);
            if (given == null) {
                return new Move.Number(unit(errand));
            }
            errand.saga(errand.saga().numbered(given));
        }
        return upload(errand, errand.way().telling().papers(errand.dossier()));
    }

    /** Steps first; the statuses of those that are there; only then the next steps. */
    Move next(Errand errand, List<OutwardEvent> unsent) {
        var stepped = unsent.stream()
                .filter(event -> errand.saga().stepped().contains(event.seq()))
                .toList();
        if (stepped.isEmpty()) {
            return Planner.progress(errand, unsent);
        }
        var telling = errand.way().telling();
        for (var event : stepped) {
            var missing = upload(errand, telling.results(errand.dossier(), event));
            if (missing != null) {
                return missing;
            }
        }
        var uploads = errand.saga().uploads();
        return new Move.Status(
                stepped.stream().map(OutwardEvent::seq).toList(),
                stepped.stream()
                        .map(event -> JSON.writeValueAsBytes(
                                telling.status(errand.there(), event, errand.dossier(), uploads)))
                        .toList());
    }

    private static @Nullable Move upload(Errand errand, List<FileToSend> files) {
        return files.stream()
                .filter(file -> errand.saga().uploads().of(file.sha256()).isEmpty())
                .findFirst()
                .map(Move.Upload::new)
                .orElse(null);
    }

    /** What came from the portal has its number already. */
    private static @Nullable String given(Errand errand) {
        var facts = errand.dossier().facts();
        return facts == null
                ? null
                : facts.aliases().stream()
                        .filter(alias -> alias.kind() == AliasKind.NATIONAL)
                        .map(alias -> alias.code())
                        .findFirst()
                        .orElse(null);
    }

    private static String unit(Errand errand) {
        var unit = errand.served().agencyCode();
        if (unit == null || unit.isBlank()) {
            throw new NotSendable(List.of("MaDonViTiepNhan"), errand.dossier().sender());
        }
        return unit;
    }
}
