package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows which dossiers wait for the acknowledgement of a hop; each module answers for its own. */
public interface HopWatch {

    /** A dossier that waits; without a code when nobody has read it yet. */
    record Stuck(Hop hop, @Nullable String code, String owner, Instant since, String cause) {}

    Hop hop();

    /** Those that wait since before this moment, the oldest first. */
    List<Stuck> stuck(Instant before, int limit);
}
