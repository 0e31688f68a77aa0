/**
 * Files of dossiers for whoever holds a link of ours, above all the national portal, which pulls the papers of a
 * dossier (tệp đính kèm) instead of being sent them.
 *
 * <p>In: the last part of a link. Out: the bytes, as long as the link is not over and the dossier still has the file; each
 * fetch is logged. Open {@link vn.lienthong.hub.portal.files.FilesEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.portal.files;

import org.jspecify.annotations.NullMarked;
