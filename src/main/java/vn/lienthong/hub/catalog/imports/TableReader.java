package vn.lienthong.hub.catalog.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads the table of a CSV file, with comma or semicolon, or of the first sheet of an XLSX file. */
final class TableReader {

    private TableReader() {}

    static Table csv(byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8);
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String header = bare.lines().findFirst().orElse("");
        char delimiter = header.contains(";") ? ';' : ',';
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        List<List<String>> lines = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(bare), format)) {
            long line = 1;
            for (var record : parser) {
                lines.add(record.toList());
                numbers.add((int) line);
                line = parser.getCurrentLineNumber() + 1;
            }
        }
        return table(lines, numbers);
    }

    static Table xlsx(byte[] body) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(body));
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    cells.add(row.getCellText(column));
                }
                lines.add(cells);
                numbers.add(row.getRowNum());
            });
        }
        return table(lines, numbers);
    }

    private static Table table(List<List<String>> lines, List<Integer> numbers) {
        if (lines.isEmpty()) {
            return new Table(List.of(), List.of());
        }
        List<String> columns = lines.getFirst().stream().map(String::strip).toList();
        List<Row> rows = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            Map<String, String> cells = cells(columns, lines.get(line));
            if (!cells.isEmpty()) {
                rows.add(new Row(numbers.get(line), cells));
            }
        }
        return new Table(columns, rows);
    }

    private static Map<String, String> cells(List<String> columns, List<String> line) {
        Map<String, String> cells = new HashMap<>();
        for (int column = 0; column < Math.min(columns.size(), line.size()); column++) {
            String text = line.get(column).strip();
            if (!text.isEmpty()) {
                cells.put(columns.get(column), text);
            }
        }
        return cells;
    }
}
