package vn.lienthong.hub.console.pages;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;

/** The systems that send: keys, limits, what came today; and the studio in which a mapping is tried on a sample. */
@RestController
class DepartmentPagesEndpoint {

    private static final String PAGE = "/console/departments";

    /** What a pasted sample may be; a workbook cannot be pasted. */
    private static final List<String> TYPES = List.of("application/json", "application/xml", "text/csv");

    private final Screens screens;

    DepartmentPagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> departments(ServerWebExchange exchange) {
        return screens.show(exchange, Area.DEPARTMENTS, "departments", this::known);
    }

    @GetMapping(PAGE + "/one")
    Mono<ResponseEntity<byte[]>> one(@RequestParam String sender, ServerWebExchange exchange) {
        return screens.show(
                exchange, Area.DEPARTMENTS, "department", look -> known(look).map(model -> of(model, sender)));
    }

    @PostMapping(PAGE + "/look")
    Mono<ResponseEntity<byte[]>> look(@RequestParam String sender, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.DEPARTMENTS,
                Ask.link(PAGE + "/one", Map.of(), Map.of("sender", sender)),
                look -> look.ask(Ask.post("/api/v1/collections/" + Ask.part(sender) + "/look", Map.of())));
    }

    @GetMapping(PAGE + "/studio")
    Mono<ResponseEntity<byte[]>> studio(@RequestParam String sender, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.DEPARTMENTS,
                "studio",
                look -> known(look).map(model -> tried(of(model, sender), Map.of("type", "", "sample", ""))));
    }

    /** Shown once, in the answer to this form: a sample may hold personal data. */
    @PostMapping(PAGE + "/studio")
    Mono<ResponseEntity<byte[]>> attempt(@RequestParam String sender, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.DEPARTMENTS,
                "studio",
                look -> look.fields("type", "sample")
                        .flatMap(sent -> known(look)
                                .flatMap(model -> look.ask(dryRun(sender, sent)).map(report -> {
                                    Map<String, Object> tried = tried(of(model, sender), sent);
                                    tried.put("report", report);
                                    return tried;
                                }))));
    }

    private static Ask dryRun(String sender, Map<String, String> sent) {
        String type = TYPES.contains(sent.get("type")) ? sent.get("type") : TYPES.getFirst();
        return Ask.file(
                "/api/v1/mappings/" + Ask.part(sender) + "/dry-run",
                sent.getOrDefault("sample", "").getBytes(StandardCharsets.UTF_8),
                MediaType.parseMediaType(type + ";charset=UTF-8"),
                Map.of());
    }

    private Mono<Map<String, Object>> known(Look look) {
        Map<String, Ask> asks = new LinkedHashMap<>();
        asks.put("senders", Ask.get("/api/v1/senders"));
        asks.put("overview", Ask.get("/api/v1/overview"));
        if (look.visit().may("CONFIGURE")) {
            asks.put("keys", Ask.get("/api/v1/keys"));
        }
        return look.all(asks, Map.of("collections", Ask.get("/api/v1/collections")))
                .map(answers -> {
                    Map<String, Object> model = new HashMap<>(answers);
                    model.putIfAbsent("keys", Answer.FORBIDDEN);
                    model.put("rows", DepartmentRows.of(answers));
                    return model;
                });
    }

    private static Map<String, Object> of(Map<String, Object> model, String sender) {
        Map<String, Object> one = new HashMap<>(model);
        one.put("sender", sender);
        one.put("row", DepartmentRows.find((List<?>) model.get("rows"), sender));
        return one;
    }

    private static Map<String, Object> tried(Map<String, Object> model, Map<String, String> sent) {
        model.put("sent", sent);
        model.put("types", TYPES);
        return model;
    }
}
