package vn.lienthong.hub.intake.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a reader when one row grows past every reason, as after a quote that never closes. */
final class RowLimit extends BufferedReader {

    private static final int LONGEST_ROW = 2 * DecodeSettings.LONGEST_TEXT;

    private long sinceRow;

    RowLimit(Reader in) {
        super(in);
    }

    void nextRow() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        count(count);
        return count;
    }

    private void count(int letters) throws Fault {
        sinceRow += letters;
        if (sinceRow > LONGEST_ROW) {
            throw Fault.of(Rules.TOO_LONG);
        }
    }
}
