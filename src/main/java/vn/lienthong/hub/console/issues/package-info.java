/**
 * Failures as people handle them: one issue for all that fail in the same way, with a state, an owner and notes.
 *
 * <p>Open {@link vn.lienthong.hub.console.issues.Issues} first.
 */
@NullMarked
package vn.lienthong.hub.console.issues;

import org.jspecify.annotations.NullMarked;
