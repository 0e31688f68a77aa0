package vn.lienthong.hub.intake.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.intake.files.FileRules;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.reason.Reason;

/** What is too large to keep as a golden file. */
class DecodersTest {

    private final Decoders decoders = new Decoders(content -> new ContentRef("0".repeat(64), 0));

    @Test
    void refusesAnArrayOfAHundredThousandRecords() {
        assertThat(refusal("json", "[" + "{\"dossierNo\":\"1\"},".repeat(99_999) + "{}]", null))
                .isEqualTo("too-many-records");
    }

    @Test
    void refusesAnEnvelopeOfMoreThanTenThousandRecords() {
        DecodeSettings list = new DecodeSettings(
                Map.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of("result.data", "data"),
                false,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                FileRules.NONE);
        String records = "{\"total\":10001,\"data\":[" + "{},".repeat(10_000) + "{}]}";
        assertThatThrownBy(() -> decoders.decode("json", Body.of(records.getBytes(StandardCharsets.UTF_8)), null, list))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::rule)
                                .containsExactly("too-many-records"));
    }

    @Test
    void refusesAFieldOfMoreThanAMegabyte() {
        String field = "x".repeat(1_100_000);
        assertThat(refusal("json", "{\"dossierNo\":\"" + field + "\"}", null)).isEqualTo("too-long");
        assertThat(refusal("xml", "<a><b>" + field + "</b></a>", null)).isEqualTo("too-long");
        assertThat(marks("csv", "a,b\n1,\"" + field + field + "\"\n", DecodeSettings.NONE))
                .containsExactly("too-long");
    }

    @Test
    void refusesALongFieldWhereOnlyAnAttachmentMayBeLong() {
        DecodeSettings attachments = DecodeSettings.of(
                Map.of(), List.of(new DecodeSettings.AttachmentPath("file", "name", "data", null, null, null)), null);
        String large = "QUJD".repeat(400_000);
        assertThat(marks("json", "{\"file\":{\"name\":\"a\",\"data\":\"" + large + "\"}}", attachments))
                .isEmpty();
        assertThat(marks("json", "{\"file\":{\"name\":\"" + large + "\"}}", attachments))
                .containsExactly("too-long");
    }

    @Test
    void readsTheCharsetAgreedWithASender() {
        DecodeSettings agreed = DecodeSettings.of(Map.of(), List.of(), "windows-1258");
        byte[] bytes = "ma,ten\n1,Nguyê\u0303n Vãn\n".replace("ã", "\u0103").getBytes(Charset.forName("windows-1258"));

        try (Decoded records = decoders.decode("csv", Body.of(bytes), "text/csv; charset=windows-1258", agreed)) {
            assertThat(records.next().path("ten").asString()).isEqualTo("Nguyê\u0303n Văn");
        }
        assertThatThrownBy(() -> DecodeSettings.of(Map.of(), List.of(), "tcvn")).hasMessageContaining("tcvn");
    }

    @Test
    void refusesAnotherCharsetThanTheDoorWasTold() {
        assertThat(refusal("csv", "a\n1\n", "text/csv; charset=windows-1258")).isEqualTo("wrong-charset");
        assertThat(refusal("csv", "a\n", "text/csv; charset=\"UTF-8\"")).isEqualTo("no-records");
    }

    @Test
    void readsARegisterLargerThanMemoryRowByRow() throws Exception {
        Process small = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx40m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeRegister.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(small.waitFor()).as(said).isZero();
        assertThat(said).endsWith("rows " + LargeRegister.ROWS);
    }

    /** Read in a process of its own, with less memory than the register is long. */
    static final class LargeRegister {

        static final int ROWS = 20_000;

        private LargeRegister() {}

        public static void main(String[] args) {
            String padding = "x".repeat(10_000);
            Body register = () -> lines(IntStream.range(-1, ROWS)
                    .mapToObj(no -> no < 0 ? "MaHoSo,TrichYeuHoSo\n" : no + "," + padding + "\n")
                    .iterator());
            int read = 0;
            Decoders decoders = new Decoders(content -> {
                throw new AssertionError("a register has no attachments");
            });
            try (Decoded records = decoders.decode("csv", register, null, DecodeSettings.NONE)) {
                while (records.hasNext()) {
                    if (Marks.row(records.next()) != ++read + 1) {
                        throw new AssertionError("row " + read);
                    }
                }
            }
            System.out.print("rows " + read);
        }
    }

    @Test
    void goesOnBehindANumberThatNobodyCanHold() {
        Body body = Body.of("[{\"a\":1e9999999999,\"b\":{\"c\":[1]}},{\"a\":2}]".getBytes(StandardCharsets.UTF_8));
        try (Decoded records = decoders.decode("json", body, null, DecodeSettings.NONE)) {
            assertThat(Marks.undecodable(records.next()))
                    .extracting(Reason::rule)
                    .containsExactly("too-long");
            assertThat(records.next().path("a").asInt(0)).isEqualTo(2);
            assertThat(records.hasNext()).isFalse();
        }
    }

    @Test
    void goesOnWhereItStopped() {
        Body body = Body.of("a\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8));
        try (Decoded records = decoders.decode("csv", body, null, DecodeSettings.NONE)) {
            assertThat(records.skip(2).next().path("a").asString()).isEqualTo("3");
        }
    }

    private List<String> marks(String format, String text, DecodeSettings settings) {
        Body body = Body.of(text.getBytes(StandardCharsets.UTF_8));
        try (Decoded records = decoders.decode(format, body, null, settings)) {
            JsonNode record = records.next();
            return Marks.undecodable(record).stream().map(Reason::rule).toList();
        }
    }

    private @Nullable String refusal(String format, String text, @Nullable String contentType) {
        Body body = Body.of(text.getBytes(StandardCharsets.UTF_8));
        String[] rule = new String[1];
        assertThatThrownBy(() -> decoders.decode(format, body, contentType, DecodeSettings.NONE))
                .asInstanceOf(type(RefusedException.class))
                .satisfies(refused -> rule[0] = refused.reasons().getFirst().rule());
        return rule[0];
    }

    private static InputStream lines(Iterator<String> lines) {
        return new InputStream() {
            private byte[] line = new byte[0];
            private int next;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                if (next == line.length && lines.hasNext()) {
                    line = lines.next().getBytes(StandardCharsets.UTF_8);
                    next = 0;
                }
                int count = Math.min(length, line.length - next);
                System.arraycopy(line, next, buffer, from, count);
                next += count;
                return count == 0 ? -1 : count;
            }
        };
    }
}
