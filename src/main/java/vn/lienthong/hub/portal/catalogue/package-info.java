/**
 * The catalogue over HTTP: agencies, procedures with their components and forms, and how many are online at which level,
 * each as of a day. Open {@code ProceduresEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.portal.catalogue;

import org.jspecify.annotations.NullMarked;
