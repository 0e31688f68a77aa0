package vn.lienthong.hub.quality.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.Reason;

/** A list being read from its first row to its last; close it. */
public final class OtherList implements AutoCloseable {

    private static final String ONLY_OWN = "rw-------";

    private final Lines lines;
    private final LineReader reader;
    private final @Nullable Path copy;

    private OtherList(Lines lines, LineReader reader, @Nullable Path copy) {
        this.lines = lines;
        this.reader = reader;
        this.copy = copy;
    }

    /** Told of what could not be read of a line; without a row, the whole line counts for nothing. */
    public interface Findings {

        void unreadable(long line, Layout.Column column);

        void unmapped(Layout.Column column, String text);
    }

    /** Reads the titles; a list without a required column is refused. */
    public static OtherList open(InputStream bytes, ListFormat format, Layout layout) throws IOException {
        Path copy = format == ListFormat.XLSX ? copied(bytes) : null;
        try {
            Lines lines = switch (format) {
                case CSV -> new CsvLines(bytes);
                case NDJSON -> new NdjsonLines(bytes);
                case XLSX -> new XlsxLines(java.util.Objects.requireNonNull(copy), layout);
            };
            OtherList list = new OtherList(lines, new LineReader(layout), copy);
            if (format != ListFormat.NDJSON) {
                list.checkTitles(layout);
            }
            return list;
        } catch (IOException | RuntimeException unusable) {
            forget(copy);
            throw unusable;
        }
    }

    private void checkTitles(Layout layout) {
        List<Layout.Column> missing = layout.missing(lines.titles());
        if (!missing.isEmpty()) {
            throw new UnreadableListException(
                    Reason.of("list-column-missing", missing.getFirst().name(), null)
                            .with("titles", String.join(", ", layout.titles(missing.getFirst())))
                            .with("found", lines.titles().stream().limit(20).collect(Collectors.joining(", "))));
        }
    }

    /** Hands on every row, at most so many at once. */
    public void read(int atOnce, Findings findings, Consumer<List<ListRow>> rows) throws IOException {
        List<ListRow> batch = new ArrayList<>(atOnce);
        for (Line line = lines.next(); line != null; line = lines.next()) {
            LineReader.Read read = reader.read(line);
            read.unmapped().forEach(findings::unmapped);
            if (read.row() == null) {
                findings.unreadable(line.number(), java.util.Objects.requireNonNull(read.broken()));
                continue;
            }
            batch.add(read.row());
            if (batch.size() == atOnce) {
                rows.accept(batch);
                batch = new ArrayList<>(atOnce);
            }
        }
        if (!batch.isEmpty()) {
            rows.accept(batch);
        }
    }

    /** A workbook is read in no order, so it needs a file; it is gone when the list is closed. */
    private static Path copied(InputStream bytes) throws IOException {
        Path file = Files.createTempFile(
                "list", ".xlsx", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWN)));
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private static void forget(@Nullable Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
        forget(copy);
    }
}
