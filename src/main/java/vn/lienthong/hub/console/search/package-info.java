/**
 * One question, whatever somebody has in hand: a code, a receipt, an id, a name.
 *
 * <p>Open {@link vn.lienthong.hub.console.search.Search} first.
 */
@NullMarked
package vn.lienthong.hub.console.search;

import org.jspecify.annotations.NullMarked;
