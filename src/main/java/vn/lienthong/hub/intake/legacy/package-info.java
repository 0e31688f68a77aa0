/**
 * Vietnamese words typed in the alphabets before Unicode (TCVN3, VNI, Windows-1258), which arrive as Latin letters that
 * spell nothing: {@code NguyÔn V¨n An}.
 *
 * <p>In: a text. Out: the same text in Unicode letters, when it can only be that. Open {@link
 * vn.lienthong.hub.intake.legacy.LegacyText} first: it holds the rule of decision.
 */
@NullMarked
package vn.lienthong.hub.intake.legacy;

import org.jspecify.annotations.NullMarked;
