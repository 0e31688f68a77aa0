package vn.lienthong.hub.console.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.http.ProblemException;

/** Rows of the API as a workbook of one sheet. */
final class SheetFile {

    static final MediaType TYPE =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** A sheet is made in memory: what is longer is for CSV. */
    private static final int MOST = 20_000;

    private SheetFile() {}

    static Mono<byte[]> of(List<String> columns, Flux<List<?>> rows) {
        return rows.flatMapIterable(some -> some).take(MOST + 1L).collectList().map(all -> {
            if (all.size() > MOST) {
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "too-many-rows",
                        "Danh sách dài hơn " + MOST + " dòng: hãy tải tệp CSV");
            }
            return workbook(columns, all);
        });
    }

    private static byte[] workbook(List<String> columns, List<?> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "LienThong", null)) {
            Worksheet sheet = book.newWorksheet("1");
            for (int at = 0; at < columns.size(); at++) {
                sheet.value(0, at, columns.get(at));
                sheet.style(0, at).bold().set();
            }
            for (int line = 0; line < rows.size(); line++) {
                for (int at = 0; at < columns.size(); at++) {
                    write(sheet, line + 1, at, Details.at(rows.get(line), columns.get(at)));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A text cell is never a formula. */
    private static void write(Worksheet sheet, int line, int at, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(line, at, number);
            case Boolean flag -> sheet.value(line, at, flag);
            default -> sheet.value(line, at, Details.line(value));
        }
    }
}
