/**
 * Whom a log-in is about. A national account is known by its issuer and its sub, which never change; ids of people and
 * companies only say who else it might be, and a person decides that.
 *
 * <p>In: the canonical claims of a log-in. Out: one subject. Open {@link vn.lienthong.identity.subject.Recognition}
 * first.
 */
@NullMarked
package vn.lienthong.identity.subject;

import org.jspecify.annotations.NullMarked;
