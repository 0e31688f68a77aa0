/**
 * What operators see (bảng điều hành). For now the story of one dossier, for people and for scripts.
 *
 * <p>Comes in: a dossier code in any form. Goes out: everything that happened to it, across intake, register and
 * neighbours. Open {@code TimelineEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.console;

import org.jspecify.annotations.NullMarked;
