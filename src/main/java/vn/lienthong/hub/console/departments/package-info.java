/**
 * Which systems send here, and by what rules: what the configuration in force says of each, for people.
 *
 * <p>Open {@link vn.lienthong.hub.console.departments.SendersEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.console.departments;

import org.jspecify.annotations.NullMarked;
