package vn.lienthong.hub.intake.submissions;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;

/** Turns numbers of records into the messages that ask for them to be registered, as they are asked for. */
final class RecordMessages implements Iterator<Message>, Closeable {

    private final CamelContext camel;
    private final Submission submission;
    private final Iterator<Integer> numbers;

    RecordMessages(CamelContext camel, Submission submission, Iterator<Integer> numbers) {
        this.camel = camel;
        this.submission = submission;
        this.numbers = numbers;
    }

    @Override
    public boolean hasNext() {
        return numbers.hasNext();
    }

    @Override
    public Message next() {
        RecordKey key = new RecordKey(submission.receipt(), numbers.next(), submission.acceptedAt());
        return Messages.record(camel, key, submission.sender(), submission.correlationId());
    }

    @Override
    public void close() throws IOException {
        if (numbers instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
