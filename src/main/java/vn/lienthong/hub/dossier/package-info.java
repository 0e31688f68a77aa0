/**
 * The canonical dossier (hồ sơ): its facts, its ordered and judged history, its due date; and the sync ledger (sổ đồng
 * bộ) that says what each neighbour has acknowledged.
 *
 * <p>In comes an {@code Observation}: what one record of a submission says about one dossier. Out go events
 * (append-only), a version, a mark in the {@link vn.lienthong.hub.dossier.SyncLedger} and a {@link
 * vn.lienthong.hub.dossier.StatusChanged}. Open {@code DossierRegister} first: the only class that changes a dossier; only a date
 * promised by form 04 stands beside what it wrote ({@code deadline.Extensions}).
 */
@NullMarked
package vn.lienthong.hub.dossier;

import org.jspecify.annotations.NullMarked;
