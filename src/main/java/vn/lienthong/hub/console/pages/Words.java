package vn.lienthong.hub.console.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** What the console says, in Vietnamese or English; one file each, the same for all pages. */
@Component
class Words extends AbstractMessageResolver {

    static final Locale VIETNAMESE = Locale.of("vi");

    private final Properties vietnamese = read("pages/console/words.properties");
    private final Properties english = read("pages/console/words_en.properties");

    private static Properties read(String file) {
        var words = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable String resolveMessage(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
        return find(context.getLocale(), key, parameters);
    }

    /** A code that has no word yet is shown as it is: new codes come from elsewhere. */
    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    boolean knows(String key) {
        return vietnamese.containsKey(key);
    }

    String say(Locale language, String key, Object... parameters) {
        String found = find(language, key, parameters);
        return found == null ? key.substring(key.lastIndexOf('.') + 1) : found;
    }

    private @Nullable String find(Locale language, String key, Object @Nullable [] parameters) {
        String pattern = ("en".equals(language.getLanguage()) ? english : vietnamese).getProperty(key);
        return pattern == null || parameters == null || parameters.length == 0
                ? pattern
                : new MessageFormat(pattern, language).format(parameters);
    }
}
