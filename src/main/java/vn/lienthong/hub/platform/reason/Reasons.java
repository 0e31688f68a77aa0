package vn.lienthong.hub.platform.reason;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sentences of {@code messages/reasons_{vi,en}.properties}, by rule. */
public final class Reasons {

    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final Properties VI = load("vi");
    private static final Properties EN = load("en");

    private Reasons() {}

    /** Reads the texts, unless they are read already. */
    public static void read() {}

    /** English for an English locale, Vietnamese for every other; a rule without text is shown by its name. */
    public static ReasonText text(Reason reason, Locale locale) {
        Properties texts = locale.getLanguage().equals("en") ? EN : VI;
        return new ReasonText(
                reason.field(),
                reason.value(),
                reason.rule(),
                filled(texts.getProperty(reason.rule() + ".sentence", reason.rule()), reason),
                filled(texts.getProperty(reason.rule() + ".remedy", ""), reason));
    }

    static Set<String> keys(Locale locale) {
        return (locale.getLanguage().equals("en") ? EN : VI).stringPropertyNames();
    }

    static Set<String> rules() {
        return keys(VIETNAMESE).stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String filled(String template, Reason reason) {
        String text = template.replace("{field}", Objects.requireNonNullElse(reason.field(), ""))
                .replace("{value}", Objects.requireNonNullElse(reason.value(), ""));
        for (var param : reason.params().entrySet()) {
            text = text.replace("{" + param.getKey() + "}", param.getValue());
        }
        return text;
    }

    private static Properties load(String language) {
        String name = "/messages/reasons_" + language + ".properties";
        try (InputStream file = Objects.requireNonNull(Reasons.class.getResourceAsStream(name), name)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
