/**
 * The shared provincial endpoint: what the national portal pulls and what the unified portal (Cổng dịch vụ công của
 * tỉnh) shows a citizen.
 *
 * <p>Comes in: questions about one dossier, or about everything that changed. Goes out: masked tracking views, the
 * gap-free feed of status changes, the portal's own look-up envelope. Nothing here changes a dossier. Open
 * {@code TrackingEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.portal;

import org.jspecify.annotations.NullMarked;
