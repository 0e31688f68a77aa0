package vn.lienthong.hub.intake;

import java.util.concurrent.CompletableFuture;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.SendAcknowledgementHandler;

/** A push the broker has not confirmed yet; its future ends with the broker's word or at the deadline, whichever is first. */
final class InFlight implements SendAcknowledgementHandler {

    private final Push push;
    private final long deadline;
    private final CompletableFuture<Void> confirmed = new CompletableFuture<>();

    InFlight(Push push, long deadline) {
        this.push = push;
        this.deadline = deadline;
    }

    Push push() {
        return push;
    }

    CompletableFuture<Void> confirmed() {
        return confirmed;
    }

    boolean over() {
        return confirmed.isDone();
    }

    void expire(long now) {
        if (now - deadline >= 0) {
            fail();
        }
    }

    void fail() {
        confirmed.completeExceptionally(Rejections.BROKER_AWAY);
    }

    @Override
    public void sendAcknowledged(Message message) {
        confirmed.complete(null);
    }

    @Override
    public void sendFailed(Message message, Exception cause) {
        fail();
    }
}
