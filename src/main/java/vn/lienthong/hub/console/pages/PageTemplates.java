package vn.lienthong.hub.console.pages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.console.api.HubApi;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/** Renders a template around what was found, with what every page shows: menu, language, links, the calls it made. */
@Component
class PageTemplates {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine engine = new TemplateEngine();
    private final HubApi api;
    private final Speech speech;
    private final Scheduler blocking;
    private final boolean trial;

    PageTemplates(HubApi api, Words words, Speech speech, HubHome home, @Qualifier("blocking") Scheduler blocking) {
        this.api = api;
        this.speech = speech;
        this.blocking = blocking;
        this.trial = home.mode() == Mode.STANDALONE;
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("pages/console/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(files);
        engine.setMessageResolver(words);
    }

    /** With only the parts of these selectors when there are any; {@code look} and {@code area} are null outside. */
    Mono<ResponseEntity<byte[]>> page(
            ServerWebExchange exchange,
            @Nullable Look look,
            HttpStatus status,
            @Nullable Area area,
            String template,
            Set<String> parts,
            Map<String, Object> model) {
        Mono<CsrfToken> form = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return form.map(CsrfToken::getToken)
                .defaultIfEmpty("")
                .publishOn(blocking)
                .map(csrf -> html(status, engine.process(template, parts, context(exchange, look, area, csrf, model))));
    }

    private Context context(
            ServerWebExchange exchange,
            @Nullable Look look,
            @Nullable Area area,
            String csrf,
            Map<String, Object> model) {
        Choices choices = Choices.of(exchange);
        Map<String, Object> all = new HashMap<>(model);
        all.put("lang", choices.language().getLanguage());
        all.put("theme", choices.theme());
        all.put("trial", trial);
        all.put("csrf", csrf);
        all.put("area", area);
        all.put(
                "areas",
                look == null
                        ? List.of()
                        : Arrays.stream(Area.values())
                                .filter(one -> one.isFor(look.visit()))
                                .toList());
        all.putAll(speech.in(choices.language()));
        String path = exchange.getRequest().getPath().value();
        Map<String, String> query = exchange.getRequest().getQueryParams().toSingleValueMap();
        all.put("path", path);
        all.put("query", query);
        all.put("views", SavedViews.of(exchange).all());
        Links links = new Links(path, query);
        all.put("links", links);
        all.put("here", here(exchange, area, links));
        all.put("began", look == null ? 0 : look.began());
        all.put("me", look == null ? null : look.visit());
        all.put(
                "calls",
                look == null ? null : look.asked().stream().map(api::curl).toList());
        return new Context(choices.language(), all);
    }

    /** What brings somebody back to this page; the answer to a form has no address of its own. */
    private static String here(ServerWebExchange exchange, @Nullable Area area, Links links) {
        if (exchange.getRequest().getMethod() == HttpMethod.GET) {
            return links.with("done", "");
        }
        return area == null ? Area.HOME.path() : area.path();
    }

    private static ResponseEntity<byte[]> html(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(page.getBytes(StandardCharsets.UTF_8));
    }
}
