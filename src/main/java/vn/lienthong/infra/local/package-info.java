/**
 * The servers of standalone mode, run from the data folder: PostgreSQL, Redis, the stand-in portal as supervised child
 * processes, Artemis inside the hub's own process.
 *
 * <p>Open {@link vn.lienthong.infra.local.LocalParts} first: it takes the folder, clears what a killed predecessor left
 * behind, starts everything and stops it in the right order.
 */
@NullMarked
package vn.lienthong.infra.local;

import org.jspecify.annotations.NullMarked;
