package vn.lienthong.hub.intake.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import vn.lienthong.hub.platform.time.Stamp;
import vn.lienthong.trust.Seal;

/** A submission the register has, how far it was read, and under which configuration. */
record Kept(Submission submission, Progress progress, int records, long configVersion) {

    static Kept read(ResultSet row, Seal seal) throws SQLException {
        byte[] sealed = row.getBytes("body");
        Submission submission = new Submission(
                Objects.requireNonNull(row.getObject("receipt", UUID.class)),
                Times.read(row, "accepted_at"),
                row.getString("sender"),
                Stamp.parse(row.getString("stamp")),
                row.getString("body_hash"),
                row.getString("content_type"),
                sealed == null ? null : seal.open(sealed),
                row.getString("content_ref"),
                row.getLong("size"),
                row.getString("correlation_id"),
                Times.readOrNull(row, "snapshot_at"),
                row.getString("file_name"),
                row.getString("procedures"));
        Progress progress = new Progress(Progress.State.valueOf(row.getString("state")), row.getInt("resume_at"));
        return new Kept(submission, progress, row.getInt("records"), row.getLong("config_version"));
    }
}
