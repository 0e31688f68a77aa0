package vn.lienthong.hub.intake.submissions;

import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.decode.Body;
import vn.lienthong.hub.platform.content.ContentStore;

/** The bytes of a submission, wherever they are. */
@Component
class Contents {

    private final ContentStore store;

    Contents(ContentStore store) {
        this.store = store;
    }

    Body of(Submission submission) {
        byte[] inline = submission.body();
        return inline != null
                ? Body.of(inline)
                : () -> store.open(Objects.requireNonNull(submission.contentRef(), "no content"));
    }
}
