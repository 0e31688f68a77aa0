package vn.lienthong.hub.catalog.agency;

import java.time.LocalDate;
import java.util.List;

/** An edge from agencies to those that followed them, by id, with its legal document. */
public record Succession(
        SuccessionKind kind,
        LocalDate on,
        List<String> from,
        List<String> into,
        List<String> procedures,
        String document,
        boolean provisional) {

    public static Succession of(AgencyFile.Succession edge) {
        return new Succession(
                edge.kind(), edge.on(), edge.from(), edge.into(), edge.onlyFor(), edge.document(), edge.provisional());
    }
}
