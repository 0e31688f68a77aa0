/**
 * The stand-in of the national portal (Cổng Dịch vụ công quốc gia): a process of its own that accepts what the hub
 * pushes, keeps it durably and can be told to misbehave.
 *
 * <p>In comes the portal's protocol over HTTP, routed by the stub mappings of {@code mocks/national}; out go the
 * portal's replies, and a log file from which the state is rebuilt after a kill. Open {@link
 * vn.lienthong.standin.StandIn} first, then {@code NationalPortal}.
 */
@NullMarked
package vn.lienthong.standin;

import org.jspecify.annotations.NullMarked;
