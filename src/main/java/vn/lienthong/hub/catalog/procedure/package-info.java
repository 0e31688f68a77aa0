/**
 * Procedures (thủ tục hành chính) in dated versions: level, components, results, limits, fees, policies.
 *
 * <p>Open {@link vn.lienthong.hub.catalog.procedure.Procedure} first.
 */
@NamedInterface("procedure")
@NullMarked
package vn.lienthong.hub.catalog.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
