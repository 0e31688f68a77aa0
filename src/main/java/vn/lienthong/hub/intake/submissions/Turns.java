package vn.lienthong.hub.intake.submissions;

import java.util.concurrent.TimeUnit;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.FairShare;

/** Lets the consumers of a sender that floods wait for their turn, so that its backlog leaves room for the others. */
@Component("turns")
public class Turns {

    private final FairShare share;

    Turns(FairShare share) {
        this.share = share;
    }

    /** Holds only a consumer of this sender, for as long as its share says. */
    public void await(@Header("sender") String sender) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(share.turn(sender).toNanos());
    }
}
