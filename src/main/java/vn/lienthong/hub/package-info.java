/**
 * The reactive hub: what departments, portals and operators talk to.
 *
 * <p>Its context is a child of {@link vn.lienthong.infra.InfraConfiguration}; open {@link vn.lienthong.hub.HubApplication}
 * first.
 */
@NullMarked
package vn.lienthong.hub;

import org.jspecify.annotations.NullMarked;
