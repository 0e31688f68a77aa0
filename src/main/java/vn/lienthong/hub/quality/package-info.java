/**
 * What the register says when it is counted, and what the results of its dossiers are worth ({@code results}): reports now, scoring
 * and reconciliation later.
 *
 * <p>In: a period. Out: rows whose numbers say which dossiers they count. Nothing here changes a dossier. Open {@link
 * vn.lienthong.hub.quality.Reports} first.
 */
@NullMarked
package vn.lienthong.hub.quality;

import org.jspecify.annotations.NullMarked;
