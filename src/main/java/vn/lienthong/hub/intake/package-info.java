/**
 * Takes a submission (hồ sơ gửi đến) in the sender's own format, keeps it, and hands its records to the register.
 *
 * <p>In: {@code POST /api/v1/senders/{sender}/submissions}. The door ({@code SubmissionEndpoint}) answers with a {@link
 * vn.lienthong.hub.intake.Receipt} once the submission is durable on the broker, whatever else is down. Behind the
 * queue {@code Submissions} decodes, keeps and registers it. Out: one outcome per record (registered, refused or
 * parked), read by {@code GET /api/v1/submissions/{receipt}}.
 */
@NullMarked
package vn.lienthong.hub.intake;

import org.jspecify.annotations.NullMarked;
