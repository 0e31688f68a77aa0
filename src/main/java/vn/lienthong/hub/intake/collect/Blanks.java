package vn.lienthong.hub.intake.collect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.io.JsonStringEncoder;

/** Texts of the configuration with {@code {blanks}} to be filled at each call. */
final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\{([a-zA-Z]+)}");

    private Blanks() {}

    static String inUrl(String text, Map<String, String> values) {
        return fill(text, values, value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    static String inHeader(String text, Map<String, String> values) {
        return fill(text, values, value -> value.replaceAll("[\\r\\n]", ""));
    }

    static String inBody(String text, Map<String, String> values, String contentType) {
        if (contentType.contains("json")) {
            return fill(
                    text,
                    values,
                    value -> new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)));
        }
        return contentType.contains("xml") ? fill(text, values, HtmlUtils::htmlEscapeDecimal) : inUrl(text, values);
    }

    /** The blanks nobody fills. */
    static String unknown(String text, Set<String> names) {
        return BLANK.matcher(text)
                .results()
                .map(blank -> blank.group(1))
                .filter(name -> !names.contains(name))
                .collect(Collectors.joining(", "));
    }

    private static String fill(String text, Map<String, String> values, UnaryOperator<String> escaped) {
        return BLANK.matcher(text).replaceAll(blank -> {
            String value = values.get(blank.group(1));
            return Matcher.quoteReplacement(value == null ? blank.group() : escaped.apply(value));
        });
    }
}
