package vn.lienthong.hub.intake.decode;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** What cells show: a number that is formatted as a date is a date, any other is written out with all its digits. */
final class SheetCells {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
    private static final Pattern DAY_OR_YEAR = Pattern.compile("[dDyY]");

    private SheetCells() {}

    static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            texts.add(row.getOptionalCell(column).map(SheetCells::text).orElse(""));
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell.getDataFormatString()) ? date(cell.asDate()) : plain(cell.asNumber());
        }
        // #REF! and its like stay visible, so that the rule of the column refuses them
        String text = cell.getType() == CellType.ERROR ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text;
    }

    /** A sheet cannot tell a day from its midnight; nobody works at midnight. */
    private static String date(LocalDateTime date) {
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date.format(MOMENT);
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && DAY_OR_YEAR.matcher(NOT_SHOWN.matcher(format).replaceAll("")).find();
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
    }
}
