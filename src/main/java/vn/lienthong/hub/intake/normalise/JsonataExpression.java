package vn.lienthong.hub.intake.normalise;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSONata expression, compiled once, bounded in steps and depth each time it runs. */
final class JsonataExpression implements Expression {

    private static final Pattern NOT_FROM_THE_RECORD = Pattern.compile("\\$(?:now|millis|random|shuffle|eval)\\b");

    private static final Pattern FIRST_NAME =
            Pattern.compile("(?<![$\\p{L}\\p{N}_\"'])([\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*)");

    private final String text;
    private final Jsonata compiled;

    JsonataExpression(String text) {
        if (NOT_FROM_THE_RECORD.matcher(text).find()) {
            throw new IllegalArgumentException("a mapping takes values from the record only: " + text);
        }
        this.text = text.strip();
        try {
            this.compiled = Jsonata.jsonata(text);
        } catch (JException badSyntax) {
            throw new IllegalArgumentException("not JSONata: " + text + ": " + badSyntax.getMessage(), badSyntax);
        }
        compiled.setValidateInput(false);
        // what an empty record yields was invented by the mapping (troubles D6)
        if (evaluate(Map.of()) != null) {
            throw new IllegalArgumentException("yields a value where the record has none: " + text);
        }
    }

    @Override
    public JsonNode of(Source source) {
        return Plain.tree(evaluate(source.plain()));
    }

    /** The first name of the sender's in the expression. */
    @Override
    public String label(Source source) {
        Matcher name = FIRST_NAME.matcher(text);
        return name.find() ? name.group(1) : text;
    }

    private @Nullable Object evaluate(@Nullable Object input) {
        // a frame of its own: without one the library keeps the input in the shared expression
        Jsonata.Frame frame = compiled.createFrame();
        new Budget().limit(frame);
        try {
            return compiled.evaluate(input, frame);
        } catch (Budget.Spent spent) {
            throw new ExpressionFailed("too-slow", text, spent);
        } catch (JException fails) {
            throw new ExpressionFailed("mapping-failed", text, fails);
        }
    }

    /** The expression cannot cope with a record: our gap. */
    static final class ExpressionFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String rule;

        ExpressionFailed(String rule, String expression, Throwable cause) {
            super(expression, cause);
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }
}
