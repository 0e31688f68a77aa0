package vn.lienthong.hub.intake.failures;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.submissions.KeptBytes;

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

    /** Every letter shows as x or X and every digit as 9, so that the form of a value can be judged but not read. */
    String masked(Failure failure) {
        return shape(revealed(failure));
    }

    static String shape(String text) {
        StringBuilder shape = new StringBuilder(text.length());
        text.codePoints().map(FailureContents::shape).forEach(shape::appendCodePoint);
        return shape.toString();
    }

    private static int shape(int letter) {
        if (Character.isDigit(letter)) {
            return '9';
        }
        if (Character.isLetter(letter)) {
            return Character.isUpperCase(letter) ? 'X' : 'x';
        }
        return letter;
    }
}
