package vn.lienthong.hub.console.pages;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Ask;

/** Agencies and procedures of a day, levels, the working time of a year, and imports that are tried before they are applied. */
@RestController
class CataloguePagesEndpoint {

    private static final String PAGE = "/console/catalogue";
    private static final String API = "/api/v1/catalog/";
    private static final int SIZE = 50;

    private static final Map<String, MediaType> FORMATS = Map.of(
            "CSV", new MediaType("text", "csv"),
            "YAML", new MediaType("application", "yaml"),
            "XLSX", new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    private static final Map<String, String> ENDINGS =
            Map.of("csv", "CSV", "yaml", "YAML", "yml", "YAML", "xlsx", "XLSX");

    private final Screens screens;

    CataloguePagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> agencies(ServerWebExchange exchange) {
        return page(exchange, "agencies", look -> listed(look, "agencies", "kind"));
    }

    @GetMapping(PAGE + "/procedures")
    Mono<ResponseEntity<byte[]>> procedures(ServerWebExchange exchange) {
        return page(exchange, "procedures", look -> listed(look, "procedures", "level"));
    }

    @GetMapping(PAGE + "/levels")
    Mono<ResponseEntity<byte[]>> levels(ServerWebExchange exchange) {
        return page(exchange, "levels", look -> Ask.get(API + "levels", "on", look.filter("on")));
    }

    @GetMapping(PAGE + "/calendar")
    Mono<ResponseEntity<byte[]>> calendar(ServerWebExchange exchange) {
        return page(exchange, "calendar", look -> Ask.get(API + "calendar", "year", look.filter("year")));
    }

    private Mono<ResponseEntity<byte[]>> page(ServerWebExchange exchange, String template, Function<Look, Ask> found) {
        return screens.show(exchange, Area.CATALOGUE, template, look -> look.all(Map.of("found", found.apply(look))));
    }

    @GetMapping(PAGE + "/imports")
    Mono<ResponseEntity<byte[]>> imports(ServerWebExchange exchange) {
        return screens.show(exchange, Area.CATALOGUE, "imports", look -> Mono.just(model(Map.of())));
    }

    /** Changes nothing: says what the file would do. */
    @PostMapping(PAGE + "/imports")
    Mono<ResponseEntity<byte[]>> attempt(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.CATALOGUE,
                "imports",
                look -> UploadForm.of(exchange).flatMap(form -> {
                    Map<String, Object> tried = model(sent(form));
                    return form.tooLarge() ? Mono.just(tooLarge(tried)) : tried(look, form, tried);
                }));
    }

    private static Mono<Map<String, Object>> tried(Look look, UploadForm form, Map<String, Object> tried) {
        return look.ask(order(sent(form), false)).map(report -> {
            tried.put("report", report);
            return tried;
        });
    }

    private static Map<String, Object> tooLarge(Map<String, Object> tried) {
        tried.put("tooLarge", true);
        return tried;
    }

    /** The same bytes that were tried. */
    @PostMapping(PAGE + "/imports/apply")
    Mono<ResponseEntity<byte[]>> apply(ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.CATALOGUE,
                PAGE + "/imports",
                look -> UploadForm.of(exchange).flatMap(form -> look.ask(order(sent(form), true))));
    }

    /** A chosen file goes before pasted text; its ending says how it is written. */
    private static Map<String, String> sent(UploadForm form) {
        Map<String, String> sent = new HashMap<>(form.fields());
        if (!form.name().isEmpty() && !form.tooLarge()) {
            String ending =
                    form.name().substring(form.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            sent.put("upload", Base64.getEncoder().encodeToString(form.file()));
            sent.put("file", "");
            sent.put("name", form.name());
            sent.put("format", ENDINGS.getOrDefault(ending, ""));
        }
        return sent;
    }

    private static Ask listed(Look look, String what, String filter) {
        String page = look.filter("page");
        return Ask.get(
                API + what,
                "on",
                look.filter("on"),
                "q",
                look.filter("q"),
                filter,
                look.filter(filter),
                "page",
                page.isEmpty() ? "0" : page,
                "size",
                SIZE);
    }

    private static Ask order(Map<String, String> sent, boolean apply) {
        String name = sent.getOrDefault("name", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return Ask.file(
                "/api/v1/config/imports"
                        + Ask.query(
                                "kind",
                                sent.get("kind"),
                                "apply",
                                apply,
                                "base",
                                sent.get("base"),
                                "reason",
                                sent.get("reason")),
                content(sent),
                FORMATS.getOrDefault(sent.getOrDefault("format", ""), MediaType.APPLICATION_OCTET_STREAM),
                name.isEmpty() ? Map.of() : Map.of("File-Name", name));
    }

    private static byte[] content(Map<String, String> sent) {
        String upload = sent.getOrDefault("upload", "");
        return upload.isEmpty()
                ? sent.getOrDefault("file", "").getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(upload);
    }

    private static Map<String, Object> model(Map<String, String> sent) {
        Map<String, Object> model = new HashMap<>();
        Map<String, String> all = new HashMap<>(Map.of("kind", "", "format", "", "name", "", "file", "", "upload", ""));
        all.putAll(sent);
        model.put("sent", all);
        model.put("largest", UploadForm.LARGEST);
        return model;
    }
}
