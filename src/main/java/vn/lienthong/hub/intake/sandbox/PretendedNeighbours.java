package vn.lienthong.hub.intake.sandbox;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardPreview;
import vn.lienthong.hub.dossier.OutwardPreview.Preview;
import vn.lienthong.hub.intake.sandbox.Outcome.Told;

/** Neighbours that take whatever has all they require, and are told nothing. */
@Component
class PretendedNeighbours {

    private final ObjectProvider<OutwardPreview> neighbours;

    PretendedNeighbours(ObjectProvider<OutwardPreview> neighbours) {
        this.neighbours = neighbours;
    }

    List<Told> told(OutwardDossier dossier) {
        return neighbours
                .orderedStream()
                .map(neighbour -> told(dossier, neighbour.of(dossier)))
                .toList();
    }

    private static Told told(OutwardDossier dossier, Preview said) {
        boolean held = said.record() == null
                || dossier.hold() != null
                || !said.missing().isEmpty();
        List<String> missing = said.missing().stream()
                .map(place -> place.substring(place.lastIndexOf('/') + 1))
                .toList();
        return new Told(said.neighbour(), held ? "HELD" : "ACCEPTED", said.record(), said.steps(), missing);
    }
}
