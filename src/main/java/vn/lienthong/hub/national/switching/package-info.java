/**
 * Tries a switch to another dialect (chuyển đổi) before it is made: the next dossiers of an agency are written as they
 * would be told on that day, and nothing is sent.
 *
 * <p>In: {@code POST /api/v1/national/dialects/dry-run}. Out: what would pass, and what is missing. Open {@code
 * DryRunEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.national.switching;

import org.jspecify.annotations.NullMarked;
