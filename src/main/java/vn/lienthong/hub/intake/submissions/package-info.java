/**
 * What happens behind the queue of the door: a submission (lượt gửi) is kept, decoded, split, and each record (bản ghi)
 * is normalised and handed to the register.
 *
 * <p>In: messages of {@code door.<sender>} and {@code record.<sender>}. Out: rows that say how each record ended, and a
 * wake-up where a neighbour has something to be told. Open {@link vn.lienthong.hub.intake.submissions.Submissions}
 * first, beside {@code routes/templates}.
 *
 * <p>Every step may run again after a crash: what was applied is known by (receipt, record) and only what follows is
 * sent again.
 */
@NullMarked
package vn.lienthong.hub.intake.submissions;

import org.jspecify.annotations.NullMarked;
