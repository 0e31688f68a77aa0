/**
 * The applicant's account at the portal (TechID), so that a dossier shows in it: looked up aside, kept sealed, never
 * guessed, never waited for.
 *
 * <p>In: dossiers on their way to the portal. Out: {@code MaDoiTuong} where the portal knows the account, else a finding
 * under {@code GET /api/v1/integrity}. Open {@code TechIds} first.
 */
@NullMarked
package vn.lienthong.hub.national.account;

import org.jspecify.annotations.NullMarked;
