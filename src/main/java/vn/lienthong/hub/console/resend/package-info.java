/**
 * Resending with a plan over HTTP (gửi lại có kế hoạch): proposed, looked at, approved, steered.
 *
 * <p>Open {@code ResendsEndpoint} first; {@code scripts/resend} says the same on a command line.
 */
@NullMarked
package vn.lienthong.hub.console.resend;

import org.jspecify.annotations.NullMarked;
