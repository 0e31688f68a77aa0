package vn.lienthong.hub.intake.collect;

import org.jspecify.annotations.Nullable;

/**
 * One look at a sender's system by the node that holds its lease.
 *
 * @param cursor how far the source had come, in the source's own words; null at the first look
 */
public record Round(String sender, String lease, @Nullable String cursor) {}
