package vn.lienthong.hub.notify.notices;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice that is owed, claimed by a courier.
 *
 * @param since when it was planned, or last replayed
 */
record Notice(long id, UUID dossierId, String event, Channel channel, int attempts, Instant since) {}
