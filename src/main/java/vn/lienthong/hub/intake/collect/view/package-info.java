/**
 * Rows of a view in a department's own database (PostgreSQL), read with a user who may do nothing else.
 *
 * <p>Open {@link vn.lienthong.hub.intake.collect.view.ViewSource} first.
 */
@NullMarked
package vn.lienthong.hub.intake.collect.view;

import org.jspecify.annotations.NullMarked;
