package vn.lienthong.hub.dossier;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a neighbour shows of dossiers when it is asked; a module that speaks to a neighbour implements it. */
public interface NeighbourView {

    Neighbour neighbour();

    /** One question each, kept like every other call; a dossier without a usable answer is left out. */
    Map<UUID, Sight> look(List<UUID> dossiers);

    /**
     * A dossier as the neighbour shows it; what the neighbour does not tell is null.
     *
     * @param receivedAt local time, {@code 2026-08-24T09:15:00}
     */
    record Sight(
            boolean known,
            @Nullable Integer status,
            @Nullable String receivedAt,
            @Nullable String dueAt) {

        public static final Sight NOTHING = new Sight(false, null, null, null);
    }
}
