package vn.lienthong.hub.intake.failures;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.submissions.KeptRecords;
import vn.lienthong.hub.intake.submissions.KeptRecords.Place;
import vn.lienthong.hub.intake.submissions.KeptRecords.Text;
import vn.lienthong.trust.Masks;

/** What was sent, for a look: its shape by default, its very text only on demand. */
@Component
class FailureContents {

    private static final int SHOWN = 64 * 1024;

    private final KeptRecords kept;

    FailureContents(KeptRecords kept) {
        this.kept = kept;
    }

    /** Null when it is kept no more, or nobody can tell it from its neighbours. */
    @Nullable
    String revealed(Failure failure) {
        return read(failure).orElse(null);
    }

    /** Its form can be judged but not read. */
    @Nullable
    String masked(Failure failure) {
        return read(failure).map(Masks::shape).orElse(null);
    }

    private Optional<String> read(Failure failure) {
        return kept.read(new Place(failure.receiptId(), failure.no(), failure.acceptedAt()), SHOWN)
                .map(Text::content);
    }
}
