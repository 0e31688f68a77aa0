package vn.lienthong.hub.intake.submissions;

import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.DoorMark;
import vn.lienthong.hub.platform.routes.Queues;

/** Sends the message of a record in flight outside any route; sending it once too often does no harm. */
@Component
class Prompter {

    private final ProducerTemplate template;
    private final CamelContext camel;
    private final SubmissionTable submissions;
    private final DoorMark marks;

    Prompter(ProducerTemplate template, CamelContext camel, SubmissionTable submissions, DoorMark marks) {
        this.template = template;
        this.camel = camel;
        this.submissions = submissions;
        this.marks = marks;
    }

    void prompt(Waiting waiting) {
        if (waiting.readOn()) {
            Kept kept = submissions.find(waiting.key().receipt(), waiting.key().acceptedAt());
            send(Queues.door(waiting.sender()), Messages.readOn(camel, kept.submission(), marks));
        } else {
            send(
                    Queues.record(waiting.sender()),
                    Messages.record(camel, waiting.key(), waiting.sender(), waiting.correlationId()));
        }
    }

    private void send(String queue, Message message) {
        var sent = template.send("jms:queue:" + queue, exchange -> exchange.setIn(message));
        if (sent.getException() != null) {
            throw new IllegalStateException("Not sent to " + queue, sent.getException());
        }
    }
}
