package vn.lienthong.identity.upstream;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of one log-in, found by our names for them; text and numbers are the same to us. */
record Words(Upstream upstream, Map<String, Object> claims) {

    /** The first of these facts that is said. */
    @Nullable
    String find(String... facts) {
        for (String fact : facts) {
            String claim = upstream.claim(fact);
            Object value = claim == null ? null : claims.get(claim);
            if ((value instanceof String || value instanceof Number)
                    && !value.toString().isBlank()) {
                return value.toString().strip();
            }
        }
        return null;
    }

    @Nullable
    Integer number(String fact) {
        String text = find(fact);
        return text != null && text.matches("[0-9]{1,4}") ? Integer.valueOf(text) : null;
    }

    /** {@code 19900824} as {@code 1990-08-24}; whatever is no date is not said. */
    @Nullable
    String date(String fact) {
        String text = find(fact);
        try {
            return text == null
                    ? null
                    : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The provider, and behind it the one it sent the citizen to, if it says so. */
    String provider() {
        String behind = find("behind");
        return behind == null ? upstream.id() : upstream.id() + "/" + behind.toLowerCase(Locale.ROOT);
    }
}
