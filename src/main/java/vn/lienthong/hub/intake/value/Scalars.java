package vn.lienthong.hub.intake.value;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A sender's value as text, however its format carried it. */
public final class Scalars {

    private static final String NULL_DATE = "0000-00-00";

    private Scalars() {}

    /** Whether nothing is said: absent, null, blank, an empty list, or the date that some systems send for none. */
    public static boolean isBlank(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return true;
        }
        if (value.isString()) {
            return value.stringValue().isBlank() || value.stringValue().strip().startsWith(NULL_DATE);
        }
        return value.isContainer() && value.isEmpty();
    }

    /**
     * The value as stripped text; {@code 5.0E7} stays as written, so that the rule sees what the sender said. So does a
     * list or an object where one value is due: no rule takes it for a date or a known word.
     */
    public static String text(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString().strip();
    }
}
