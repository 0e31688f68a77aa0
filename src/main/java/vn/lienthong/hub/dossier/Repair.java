package vn.lienthong.hub.dossier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.audit.Actor;

/** One way to mend a dossier on which two sides disagree; the module that can do it implements it. */
public interface Repair {

    /** What is done. */
    enum Kind {
        /** Tell the neighbour again, from the start, through the ledger. */
        RESEND,
        /** Ask the neighbour what it shows, and tell it what it lacks. */
        PULL,
        /** Map the records that name the dossier again. */
        RENORMALISE,
        /** Ask the sender for what only it can know. */
        ASK_SENDER
    }

    Kind kind();

    /** Does it, outside any transaction; done a second time it changes nothing. */
    Done mend(Order order);

    /** What is to be mended and why; {@code about} says in what the sides differ. */
    record Order(
            String code, @Nullable UUID dossierId, @Nullable String sender, String about, String reason, Actor actor) {}

    /** What came of it; {@code begun} is false when there was nothing to do. */
    record Done(boolean begun, String words) {}
}
