/**
 * Looks for known falsifications (các cách làm sai lệch số liệu, D1 to D7) in what comes in: a finish moved back, a due date
 * moved on, a paper sent as the result, a reuse nobody can resolve, a constant instead of a fact.
 *
 * <p>In: dossiers that changed, so many a second, after their transaction. Out:
 * {@link vn.lienthong.hub.dossier.integrity.IntegrityFindings}; nothing is refused, changed or held back by them. Open
 * {@code Falsifications} first.
 */
@NullMarked
package vn.lienthong.hub.quality.integrity;

import org.jspecify.annotations.NullMarked;
