/**
 * The state machines of a dossier beside its status: payment and delivery. What has been paid or handed over never
 * changes the status, nor the status them alone; how far each neighbour was told is a fourth, the sync ledger's.
 *
 * <p>Open {@link vn.lienthong.hub.dossier.state.Moves} first: which state may follow which.
 */
@NamedInterface("state")
@NullMarked
package vn.lienthong.hub.dossier.state;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
