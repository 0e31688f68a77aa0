/**
 * Senders: the systems that push dossiers, each with its contract.
 *
 * <p>Open {@link vn.lienthong.hub.catalog.sender.Sender} first.
 */
@NamedInterface("sender")
@NullMarked
package vn.lienthong.hub.catalog.sender;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
