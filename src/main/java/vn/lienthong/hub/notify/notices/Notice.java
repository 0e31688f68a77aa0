package vn.lienthong.hub.notify.notices;

import java.time.Instant;
import java.util.UUID;

/** A notice that is owed, claimed by a courier. */
record Notice(long id, UUID dossierId, String event, Channel channel, int attempts, Instant createdAt) {}
