package vn.lienthong.hub.platform.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Supplier;

/** Reads rows and stops when one grows past every reason, as after a quote that never closes. */
public final class RowReader extends BufferedReader {

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final String DELIMITERS = ",;\t";

    private final int longest;
    private final Supplier<? extends IOException> tooLong;
    private long sinceRow;

    /** {@code longest} in letters; a longer row ends the reading with what {@code tooLong} says. */
    public RowReader(Reader in, int longest, Supplier<? extends IOException> tooLong) {
        super(in);
        this.longest = longest;
        this.tooLong = tooLong;
    }

    /** To be told before each row. */
    public void nextRow() {
        sinceRow = 0;
    }

    /** The sign that stands most often in the header, from which nothing is taken away: comma, semicolon or tabulator. */
    public char delimiter() throws IOException {
        mark(LONGEST_HEADER);
        int[] seen = new int[DELIMITERS.length()];
        int letters = 0;
        for (int letter = read(); letter >= 0 && letter != '\n' && ++letters < LONGEST_HEADER; letter = read()) {
            int sign = DELIMITERS.indexOf(letter);
            if (sign >= 0) {
                seen[sign]++;
            }
        }
        reset();
        int most = seen[1] > seen[0] ? 1 : 0;
        return DELIMITERS.charAt(seen[2] > seen[most] ? 2 : most);
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
        sinceRow += letters;
        if (sinceRow > longest) {
            throw tooLong.get();
        }
    }
}
