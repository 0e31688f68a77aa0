package vn.lienthong.hub.intake.submissions;

import jakarta.jms.JMSException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.DoorMark;
import vn.lienthong.hub.intake.Push;
import vn.lienthong.hub.intake.SideDoor;
import vn.lienthong.hub.platform.reason.Reason;

/** Reads messages of {@code door.<sender>}: believes what the hub marked, and sends the rest through the side door. */
@Component
class Arrivals {

    private final DoorMark marks;
    private final SideDoor sideDoor;

    Arrivals(DoorMark marks, SideDoor sideDoor) {
        this.marks = marks;
        this.sideDoor = sideDoor;
    }

    /**
     * A message as a submission.
     *
     * @param marked whether the hub itself wrote the message
     * @param turnedDown why the door does not take it; empty when it does
     */
    record Arrival(Submission submission, boolean marked, List<Reason> turnedDown) {}

    Arrival read(Message message) throws JMSException {
        if (Messages.isMarked(message, marks)) {
            return new Arrival(Messages.submission(message), true, List.of());
        }
        if (!(message instanceof JmsMessage delivered)) {
            throw new IllegalStateException("Only messages of the broker come in here");
        }
        SideDoor.Entry entry = sideDoor.enter(Messages.sender(message), delivered.getJmsMessage());
        return new Arrival(submission(entry.push()), false, entry.turnedDown());
    }

    private static Submission submission(Push push) {
        @Nullable String snapshotAt = push.headers().snapshotAt();
        return new Submission(
                push.receipt().id(),
                Instant.ofEpochMilli(push.acceptedAt()),
                push.sender(),
                push.stamp(),
                push.body().sha256(),
                push.headers().contentType(),
                push.body().inline(),
                push.body().inline() == null ? push.body().sha256() : null,
                push.body().size(),
                push.correlationId(),
                snapshotAt == null ? null : OffsetDateTime.parse(snapshotAt).toInstant(),
                push.headers().fileName(),
                push.headers().procedures());
    }
}
