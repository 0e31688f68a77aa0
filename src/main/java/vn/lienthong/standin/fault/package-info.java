/**
 * The switches that make the stand-in misbehave, and the shapes its misbehaviour takes on the wire.
 *
 * <p>Open {@link vn.lienthong.standin.fault.FaultMode} first.
 */
@NullMarked
package vn.lienthong.standin.fault;

import org.jspecify.annotations.NullMarked;
