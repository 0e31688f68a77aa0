package vn.lienthong.hub.intake;

import java.io.IOException;
import java.io.InputStream;
import vn.lienthong.hub.catalog.sender.Sender;

/**
 * The door for what the hub fetches itself: the checks, the stamp, the receipt and the durable send of the HTTP door.
 * Whoever fetched it lets go of the source only after {@link #take} has returned.
 */
public interface BackDoor {

    /**
     * Takes the bytes in: a small body in memory, a large one to the content store as it comes.
     *
     * @throws vn.lienthong.hub.platform.http.ProblemException when there are more than the sender may send
     */
    Body keep(Sender sender, InputStream content) throws IOException;

    /**
     * Hands it over; durable on the broker when this returns.
     *
     * @throws vn.lienthong.hub.platform.http.ProblemException when the door does not take it, or cannot now (503)
     */
    Receipt take(Sender sender, Collected found);
}
