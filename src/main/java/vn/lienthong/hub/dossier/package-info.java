/**
 * The canonical dossier (hồ sơ), its lifecycle, its deadlines and its history, and the sync ledger
 * (sổ đồng bộ) that says what each neighbour has acknowledged.
 */
@NullMarked
package vn.lienthong.hub.dossier;

import org.jspecify.annotations.NullMarked;
