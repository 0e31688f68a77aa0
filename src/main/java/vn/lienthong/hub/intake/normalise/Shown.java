package vn.lienthong.hub.intake.normalise;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.trust.Masks;

/** A wrong value as it may be shown: it may be personal whatever its field says, since columns slip. */
final class Shown {

    private static final Pattern NUMBER = Pattern.compile("\\d{8,}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/+-]+(?: [0-9:.]+)?");

    private Shown() {}

    static @Nullable String masked(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isContainer()) {
            return value.isArray() ? "[...]" : "{...}";
        }
        String text = value.asString().strip();
        if (NUMBER.matcher(text).matches()) {
            return Masks.personalId(text);
        }
        if (text.contains("@")) {
            return Masks.email(text);
        }
        return CODE.matcher(text).matches() ? Masks.code(text) : Masks.name(shortened(text));
    }

    private static String shortened(String text) {
        return text.length() > 64 ? text.substring(0, 64) : text;
    }
}
