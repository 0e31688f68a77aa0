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
 * @param records how many its submission has, as far as it was read
 * @param standsForRest for all of its submission that could not be read, be it one record or many
 * @param payload the decoded record as JSON; null when it must be read from the submission's own bytes
 * @param configVersion the configuration pinned by the step that kept it, or by its replay
 */
record TakenRecord(
        RecordKey key,
        Submission submission,
        RecordState state,
        boolean changed,
        int records,
        boolean standsForRest,
        byte @Nullable [] payload,
        long configVersion) {

    static TakenRecord read(ResultSet row, Seal seal) throws SQLException {
        byte[] sealed = row.getBytes("payload");
        Kept kept = Kept.read(row, seal);
        Submission submission = kept.submission();
        int no = row.getInt("no");
        return new TakenRecord(
                new RecordKey(submission.receipt(), no, submission.acceptedAt()),
                submission,
                RecordState.valueOf(row.getString("record_state")),
                row.getBoolean("changed"),
                kept.records(),
                kept.progress().stoppedAt(no),
                sealed == null ? null : seal.open(sealed),
                row.getLong("record_config_version"));
    }

    /** The same with another text, read by another configuration. */
    TakenRecord saying(byte[] text, long version) {
        return new TakenRecord(key, submission, state, false, records, false, text, version);
    }
}
