/**
 * Tries a mapping on a sample (chạy thử ánh xạ): what the hub would understand, what the neighbours would be told, which
 * fields nobody reads, and the line of the configuration to change.
 *
 * <p>In: {@code POST /api/v1/mappings/{sender}/dry-run}, a sample in the sender's format and where wanted a proposed file.
 * Out: one report per record; nothing is kept or sent. Open {@code Rehearsal} first.
 */
@NullMarked
package vn.lienthong.hub.intake.rehearsal;

import org.jspecify.annotations.NullMarked;
