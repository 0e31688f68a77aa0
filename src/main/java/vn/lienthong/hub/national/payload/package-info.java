/**
 * The canonical dossier in the portal's words: {@code HoSo} and {@code TienDo}, pure functions over
 * {@code config/national.yaml}. Nothing is invented: what is unknown is empty, left out, or holds
 * the dossier.
 */
@NullMarked
package vn.lienthong.hub.national.payload;

import org.jspecify.annotations.NullMarked;
