/**
 * What operators do about records that did not reach the register (bản ghi bị từ chối, bản ghi chờ xử lý): list them by
 * cause, look at one without seeing personal values, and replay one or many after the fix. A sender sees its own.
 *
 * <p>In: {@code /api/v1/failures}. Out: pages of {@link vn.lienthong.hub.intake.failures.Failure}, replays through
 * {@link vn.lienthong.hub.intake.submissions.Replays}. Open {@code FailuresEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.intake.failures;

import org.jspecify.annotations.NullMarked;
