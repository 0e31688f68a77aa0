package vn.lienthong.hub.intake.normalise;

import tools.jackson.databind.JsonNode;

/** Where a mapping takes a value from. */
sealed interface Expression permits PlainPath, JsonataExpression, FirstOf {

    /** The value, or a missing node. */
    JsonNode of(Source source);

    /** How messages to the sender name the place of the value. */
    String label(Source source);

    /** A dotted path is read directly; everything else is JSONata. */
    static Expression of(String text) {
        return PlainPath.isOne(text) ? PlainPath.of(text) : new JsonataExpression(text);
    }
}
