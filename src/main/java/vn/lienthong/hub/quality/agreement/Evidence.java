package vn.lienthong.hub.quality.agreement;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.content.Sha256;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * What a run found, to be shown to somebody else: a workbook for people, or an archive with every difference a line of
 * JSON and a signed statement of the counts and of the lines' hash. Neither grows in memory with the differences.
 */
@Component
public class Evidence {

    private static final int FLUSH = 1_000;
    private static final int MOST_ROWS = 1_000_000;
    private static final List<String> TITLES = List.of(
            "STT",
            "Đối soát với",
            "Loại",
            "Mã hồ sơ",
            "Mã bên kia",
            "Bên gửi",
            "Tại trục",
            "Bên kia",
            "Nguyên nhân",
            "Chi tiết",
            "Người xử lý",
            "Đổi lần cuối tại trục",
            "Thấy lần đầu",
            "Đã xử lý",
            "Kết quả xử lý");

    private final Differences differences;
    private final Lists lists;
    private final EvidenceKey key;
    private final JsonMapper json;
    private final Clock clock;

    Evidence(Differences differences, Lists lists, EvidenceKey key, JsonMapper json, Clock clock) {
        this.differences = differences;
        this.lists = lists;
        this.key = key;
        this.json = json;
        this.clock = clock;
    }

    /** The signed statement; the lists are named with the hashes of the bytes that were uploaded. */
    private record Statement(
            Reconciliation reconciliation,
            @Nullable KeptList portalList,
            @Nullable KeptList senderList,
            long differences,
            String differencesSha256,
            OffsetDateTime signedAt) {}

    public void archive(Reconciliation run, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("differences.ndjson"));
            DigestOutputStream lines = new DigestOutputStream(new Unclosed(zip), Sha256.digest());
            long count = 0;
            for (Iterator<Difference> all = differences.all(run.id()).iterator(); all.hasNext(); count++) {
                lines.write(json.writeValueAsBytes(all.next()));
                lines.write('\n');
            }
            String hash = HexFormat.of().formatHex(lines.getMessageDigest().digest());
            entry(zip, "statement.jws", key.signed(json.writeValueAsBytes(statement(run, count, hash))));
            entry(zip, "key.json", json.writeValueAsString(key.jwk()));
        }
    }

    private Statement statement(Reconciliation run, long count, String hash) {
        return new Statement(
                run,
                run.portalList() == null ? null : lists.find(run.portalList()).orElse(null),
                run.senderList() == null ? null : lists.find(run.senderList()).orElse(null),
                count,
                hash,
                OffsetDateTime.now(clock).withOffsetSameInstant(VietnamTime.OFFSET));
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Rows behind the millionth go to further sheets. */
    public void workbook(Reconciliation run, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "LienThong", "1.0")) {
            Iterator<Difference> all = differences.all(run.id()).iterator();
            int number = 1;
            do {
                Worksheet sheet = book.newWorksheet("Chênh lệch " + number++);
                titles(sheet, run);
                for (int at = 2; all.hasNext() && at < MOST_ROWS; at++) {
                    row(sheet, at, all.next());
                    if (at % FLUSH == 0) {
                        sheet.flush();
                    }
                }
                sheet.finish();
            } while (all.hasNext());
        }
    }

    private static void titles(Worksheet sheet, Reconciliation run) {
        sheet.value(0, 0, "Đối soát " + run.id() + ", bắt đầu " + run.startedAt());
        for (int column = 0; column < TITLES.size(); column++) {
            sheet.value(1, column, TITLES.get(column));
        }
    }

    private static void row(Worksheet sheet, int at, Difference one) {
        Difference.Repaired repaired = one.repaired();
        @Nullable
        Object[] cells = {
            one.no(),
            one.against(),
            one.kind(),
            one.code(),
            one.theirCode(),
            one.sender(),
            one.ours(),
            one.theirs(),
            one.cause(),
            one.detail(),
            one.owner(),
            one.since(),
            one.firstSeen(),
            repaired == null ? null : repaired.repair(),
            repaired == null ? null : repaired.outcome()
        };
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Integer number) {
                sheet.value(at, column, number);
            } else if (cells[column] != null) {
                sheet.value(at, column, Objects.toString(cells[column]));
            }
        }
    }

    /** An entry of an archive, which others write on after it. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
