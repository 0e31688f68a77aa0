package vn.lienthong.hub.notify.slips;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** Fills templates: the province's own of the configuration in force, else the ones in the jar. */
@Component
class SlipTemplates {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final String folder;
    private volatile TemplateEngine engine;

    SlipTemplates(AppliedConfig config, @Value("${lienthong.province:son-la}") String province) {
        this.folder = folder(province);
        this.engine = engine(config.current());
        config.onChange(bundle -> engine = engine(bundle));
    }

    static String folder(String province) {
        return "province/" + province + "/slips/";
    }

    /** A page that is well-formed XML too. */
    String page(String name, Map<String, Object> fields) {
        return engine.process(name, new Context(VIETNAMESE, fields));
    }

    private TemplateEngine engine(ConfigBundle bundle) {
        TemplateEngine fresh = new TemplateEngine();
        fresh.setTemplateResolver(new Texts(bundle, folder));
        return fresh;
    }

    /** Templates by name, kept for the life of one version of the configuration. */
    private static final class Texts extends AbstractConfigurableTemplateResolver {

        private final ConfigBundle bundle;
        private final String folder;

        Texts(ConfigBundle bundle, String folder) {
            this.bundle = bundle;
            this.folder = folder;
            setTemplateMode(TemplateMode.HTML);
            setCacheable(true);
        }

        @Override
        protected ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                @Nullable String owner,
                String template,
                String resource,
                @Nullable String encoding,
                @Nullable Map<String, Object> attributes) {
            Optional<String> own = bundle.find(folder + template + ".html");
            return new StringTemplateResource(own.orElseGet(() -> ours(template)));
        }
    }

    static String ours(String template) {
        try (InputStream text = SlipTemplates.class.getResourceAsStream("/slips/" + template + ".html")) {
            if (text == null) {
                throw new IllegalArgumentException("No template " + template);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
