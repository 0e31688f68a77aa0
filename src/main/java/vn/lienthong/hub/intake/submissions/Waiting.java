package vn.lienthong.hub.intake.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;

/**
 * A record in flight that needs a message of its own.
 *
 * @param readOn whether it stands for the unread rest of its submission, so that reading must go on
 */
record Waiting(RecordKey key, String sender, String correlationId, boolean readOn) {

    static Waiting read(ResultSet row) throws SQLException {
        RecordKey key = new RecordKey(
                Objects.requireNonNull(row.getObject("receipt", UUID.class)),
                row.getInt("no"),
                Times.read(row, "accepted_at"));
        return new Waiting(
                key,
                row.getString("sender"),
                row.getString("correlation_id"),
                row.getString("state").equals(Progress.State.RECEIVING.name()));
    }
}
