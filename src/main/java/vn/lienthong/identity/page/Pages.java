package vn.lienthong.identity.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/** Renders the pages; their words are in {@code pages/identity.properties} and {@code _en}. */
@Component
public class Pages {

    /** Nothing is framed or scripted, and everything shown comes from here. */
    public static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String CITIZENS = "identity";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine engine = new TemplateEngine();
    private final boolean trial;

    Pages(HubHome home) {
        this.trial = home.mode() == Mode.STANDALONE;
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("pages/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(files);
    }

    /** Which of the pages it is. */
    enum View {
        LOGIN,
        CONSENT,
        LOGOUT,
        LOGGED_OUT,
        ACCOUNT,
        ERROR
    }

    ResponseEntity<byte[]> show(View view, String language, Map<String, ?> shown) {
        return show(HttpStatus.OK, view, language, shown);
    }

    ResponseEntity<byte[]> show(HttpStatus status, View view, String language, Map<String, ?> shown) {
        return show(status, CITIZENS, view.name(), language, shown);
    }

    /** One view of the pages in this template; their words lie beside it. */
    public ResponseEntity<byte[]> show(
            HttpStatus status, String template, String view, String language, Map<String, ?> shown) {
        Map<String, Object> words = new HashMap<>(shown);
        words.put("view", view);
        words.put("lang", language);
        words.put("trial", trial);
        var context = new Context(Locale.of(language), words);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(engine.process(template, context).getBytes(StandardCharsets.UTF_8));
    }
}
