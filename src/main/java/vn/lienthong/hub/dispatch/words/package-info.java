/**
 * A system's own words for what it is handed (khuôn dạng gửi đi): a tree in its file whose texts name facts of the
 * dossier, written as JSON or XML.
 *
 * <p>Open {@link vn.lienthong.hub.dispatch.words.Words} first.
 */
@NullMarked
package vn.lienthong.hub.dispatch.words;

import org.jspecify.annotations.NullMarked;
