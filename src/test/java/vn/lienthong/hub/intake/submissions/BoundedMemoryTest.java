package vn.lienthong.hub.intake.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.intake.decode.Body;
import vn.lienthong.hub.intake.decode.DecodeSettings;
import vn.lienthong.hub.intake.decode.Decoded;
import vn.lienthong.hub.intake.decode.Decoders;
import vn.lienthong.hub.platform.content.ContentRef;

/** A submission is never held as a whole: its bytes are asked for only a chunk and a few buffers ahead of what is kept. */
class BoundedMemoryTest {

    private static final int BUFFERS = 500;

    private final Decoders decoders = new Decoders(content -> new ContentRef("0".repeat(64), 0));
    private final AtomicInteger written = new AtomicInteger();
    private int kept;
    private int furthestAhead;

    @ParameterizedTest
    @CsvSource({"csv, 10000", "csv, 50000", "json, 10000"})
    void asksForBytesOnlyAsRecordsAreKept(String format, int records) {
        Body body = () -> format.equals("csv") ? register(records) : array(records);
        Decoded decoded = decoders.decode(format, body, null, DecodeSettings.NONE);
        var splitting = new Splitting(decoded, decoded::close, 0, JsonMapper.shared(), this::keep);

        int given = 0;
        while (splitting.hasNext()) {
            assertThat(splitting.next()).isEqualTo(++given);
        }

        assertThat(given).isEqualTo(records).isEqualTo(kept);
        assertThat(written).hasValue(records);
        assertThat(furthestAhead).isPositive().isLessThan(BUFFERS);
    }

    private void keep(Splitting.Chunk chunk) {
        assertThat(chunk.payloads()).hasSizeLessThanOrEqualTo(Splitting.SIZE);
        kept = chunk.lastNo();
        furthestAhead = Math.max(furthestAhead, written.get() - kept);
    }

    private InputStream register(int rows) {
        return stream(rows, "MaHoSo,TrichYeuHoSo,ChuHoSo\n", no -> no + "," + "x".repeat(150) + ",A\n", "");
    }

    private InputStream array(int records) {
        return stream(
                records,
                "[",
                no -> (no == 1 ? "" : ",") + "{\"code\":\"" + no + "\",\"text\":\"" + "x".repeat(150) + "\"}",
                "]");
    }

    /** Makes each record only when its bytes are asked for. */
    private InputStream stream(int records, String before, IntFunction<String> record, String after) {
        written.set(0);
        Enumeration<InputStream> parts = new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return written.get() < records;
            }

            @Override
            public InputStream nextElement() {
                return bytes(record.apply(written.incrementAndGet()));
            }
        };
        InputStream middle = new SequenceInputStream(parts);
        return new SequenceInputStream(
                new SequenceInputStream(bytes(before), middle), new SequenceInputStream(bytes(after), bytes("")));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
