package vn.lienthong.hub.national.sync;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.national.portal.LogIn;

/** Which way each dossier goes today. */
public interface Ways {

    /**
     * The way of a dossier.
     *
     * @param begun the door by which it was begun, where the portal numbers dossiers
     * @param knownThere whether the portal has it
     */
    Way of(OutwardDossier dossier, @Nullable String begun, boolean knownThere);

    /** The way of whoever is not named. */
    Way usual();

    /** Whether any door in use numbers dossiers: only then is it looked up how far they got. */
    boolean numbering();

    /** Tells of every log-in, without its secrets. */
    void listen(Consumer<LogIn> logIns);
}
