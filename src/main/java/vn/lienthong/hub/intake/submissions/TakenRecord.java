package vn.lienthong.hub.intake.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;
import vn.lienthong.trust.Seal;

/**
 * A record being worked on, with its submission.
 *
 * @param payload the decoded record as JSON; null when it must be read from the submission's own bytes
 * @param configVersion the configuration pinned by the step that kept it, or by its replay
 */
record TakenRecord(
        RecordKey key,
        Submission submission,
        RecordState state,
        boolean changed,
        byte @Nullable [] payload,
        long configVersion) {

    static TakenRecord read(ResultSet row, Seal seal) throws SQLException {
        byte[] sealed = row.getBytes("payload");
        Submission submission = Kept.read(row, seal).submission();
        return new TakenRecord(
                new RecordKey(submission.receipt(), row.getInt("no"), submission.acceptedAt()),
                submission,
                RecordState.valueOf(row.getString("record_state")),
                row.getBoolean("changed"),
                sealed == null ? null : seal.open(sealed),
                row.getLong("record_config_version"));
    }
}
