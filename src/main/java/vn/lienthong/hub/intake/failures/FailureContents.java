package vn.lienthong.hub.intake.failures;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.submissions.KeptBytes;
import vn.lienthong.trust.Masks;

/** What was sent, for a look: its shape by default, its very text only on demand. */
@Component
class FailureContents {

    private static final int SHOWN = 64 * 1024;

    private final KeptBytes kept;

    FailureContents(KeptBytes kept) {
        this.kept = kept;
    }

    String revealed(Failure failure) {
        return new String(
                kept.read(failure.receiptId(), failure.no(), failure.acceptedAt(), SHOWN), StandardCharsets.UTF_8);
    }

    /** Its form can be judged but not read. */
    String masked(Failure failure) {
        return Masks.shape(revealed(failure));
    }
}
