package vn.lienthong.hub.quality.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a reader when one line grows past every reason, as after a quote that never closes. */
final class LineLimit extends BufferedReader {

    private static final int LONGEST = 1 << 20;

    private long sinceLine;

    LineLimit(Reader in) {
        super(in, 1 << 16);
    }

    void nextLine() {
        sinceLine = 0;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int letters = super.read(buffer, from, length);
        count(letters);
        return letters;
    }

    private void count(int letters) throws IOException {
        sinceLine += letters;
        if (sinceLine > LONGEST) {
            throw new IOException("a line longer than " + LONGEST + " letters");
        }
    }
}
