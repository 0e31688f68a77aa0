/**
 * The seven forms of TT 03/2025/TT-VPCP, Appendix I, printed from templates that are data: {@code slips/*.html}, each
 * replaceable by a province under {@code config/province/<province>/slips/}.
 *
 * <p>{@code Conditions} says which form may be issued now, {@code SlipFields} fills it, {@code SlipTemplates} and {@code
 * PdfPress} make pages of it. Agency, place and signer come from the catalogue; what is unknown stays a dotted line.
 */
@NullMarked
package vn.lienthong.hub.notify.slips;

import org.jspecify.annotations.NullMarked;
