/**
 * The portal's protocol as the stand-in reads it: envelope, strict field rules, reply and error codes.
 *
 * <p>Which fields the real portal requires is not published; the rules here are the strictest reading of what its
 * callers send. Open {@code DossierRules} and {@code StepRules} first.
 */
@NullMarked
package vn.lienthong.standin.protocol;

import org.jspecify.annotations.NullMarked;
