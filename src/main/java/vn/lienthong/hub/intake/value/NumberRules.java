package vn.lienthong.hub.intake.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rules for amounts, counts and yes or no. */
final class NumberRules {

    static final String IMPOSSIBLE_MONEY = "impossible-money";
    static final String IMPOSSIBLE_NUMBER = "impossible-number";
    static final String IMPOSSIBLE_BOOLEAN = "impossible-boolean";

    private static final Pattern CURRENCY = Pattern.compile("(?i)\\s*(đ|đồng|vnd|vnđ)\\.?$");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,])\\d{3}(?:\\1\\d{3})*");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(?:\\.\\d{1,4})?(?:[eE]\\+?\\d{1,2})?");
    private static final int MOST_DIGITS = 15;

    private NumberRules() {}

    /** Đồng, a currency without cents: "50.000", 250000, 5.0E7. */
    static ValueRule money() {
        return (value, today) -> whole(amount(value), IMPOSSIBLE_MONEY);
    }

    static ValueRule integer() {
        return (value, today) -> {
            String text = Scalars.text(value);
            return whole(PLAIN.matcher(text).matches() ? new BigDecimal(text) : null, IMPOSSIBLE_NUMBER);
        };
    }

    static ValueRule bool() {
        return (value, today) -> switch (Scalars.text(value)) {
            case "true", "True", "TRUE", "1" -> Ruled.kept(true);
            case "false", "False", "FALSE", "0" -> Ruled.kept(false);
            default -> Ruled.broken(IMPOSSIBLE_BOOLEAN);
        };
    }

    private static @Nullable BigDecimal amount(JsonNode value) {
        String text = CURRENCY.matcher(Scalars.text(value)).replaceFirst("");
        // only in a text do dots part thousands; the number 50.000 is fifty
        if (value.isString() && GROUPED.matcher(text).matches()) {
            return new BigDecimal(text.replaceAll("[.,]", ""));
        }
        return PLAIN.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private static Ruled whole(@Nullable BigDecimal number, String otherwise) {
        if (number == null || number.precision() - number.scale() > MOST_DIGITS) {
            return Ruled.broken(otherwise);
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() > 0 ? Ruled.broken(otherwise) : Ruled.kept(plain.longValueExact());
    }
}
