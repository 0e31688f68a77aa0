/**
 * The sync ledger for people (sổ đồng bộ): where one dossier stands at the portal with every call that spoke of it, and
 * what the portal refused for good, to be replayed after the fix.
 *
 * <p>In: {@code /api/v1/dossiers/{code}/sync} and {@code /api/v1/national/blocked}. Out: ledger rows, calls with what is
 * personal masked, replays in the audit. Open {@code SyncEndpoint} first, then {@code BlockedEndpoint}.
 */
@NullMarked
package vn.lienthong.hub.national.ledger;

import org.jspecify.annotations.NullMarked;
