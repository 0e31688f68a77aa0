package vn.lienthong;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * The second line of defence of the JSON log: what looks like a personal id or a phone number is masked, whoever wrote
 * it. The first is that nobody logs one.
 */
final class MaskedLogs implements StructuredLoggingJsonMembersCustomizer<Object> {

    private static final String CORRELATION_ID = "correlationId";
    private static final Pattern PERSONAL = Pattern.compile("(?<![\\w.-])(\\d{3})\\d{4,7}(\\d{2})(?![\\w-])");

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, MaskedLogs::masked)
                .whenHasPath(path -> !CORRELATION_ID.equals(path.name())));
    }

    static String masked(String text) {
        return PERSONAL.matcher(text).replaceAll("$1***$2");
    }
}
