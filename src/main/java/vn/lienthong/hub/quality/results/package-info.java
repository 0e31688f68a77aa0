/**
 * Looks at the results of a dossier once it is resolved (kiểm tra kết quả): is each there, readable, signed by a
 * certificate that was valid then, and no paper the applicant handed in.
 *
 * <p>In: the change feed. Out: {@link vn.lienthong.hub.dossier.Findings}; nothing is refused or held back by them. Open
 * {@code ResultDesk} first.
 */
@NullMarked
package vn.lienthong.hub.quality.results;

import org.jspecify.annotations.NullMarked;
