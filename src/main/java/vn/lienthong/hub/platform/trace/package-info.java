/**
 * Traces for whoever collects them: one trace for each correlation id, from the door over queues and tables to the calls
 * of neighbours. Off unless {@code LIENTHONG_OTLP} names a collector.
 *
 * <p>Open {@link vn.lienthong.hub.platform.trace.Traces} first; why it is so: ADR 15.
 */
@NamedInterface("trace")
@NullMarked
package vn.lienthong.hub.platform.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
