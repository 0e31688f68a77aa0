package vn.lienthong.hub.console.pages;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Ask;

/** The routes of this node: which run, who stopped one and why, what of their files is new. */
@RestController
class RoutePagesEndpoint {

    private static final String PAGE = "/console/routes";
    private static final String API = "/api/v1/routes";

    private final Screens screens;

    RoutePagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> routes(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ROUTES,
                "routes",
                look -> look.all(Map.of("routes", Ask.get(API), "files", Ask.get(API + "/files"))));
    }

    @PostMapping(PAGE + "/suspend")
    Mono<ResponseEntity<byte[]>> suspend(@RequestParam String id, ServerWebExchange exchange) {
        return act(id, "suspend", exchange);
    }

    @PostMapping(PAGE + "/resume")
    Mono<ResponseEntity<byte[]>> resume(@RequestParam String id, ServerWebExchange exchange) {
        return act(id, "resume", exchange);
    }

    @PostMapping(PAGE + "/reload")
    Mono<ResponseEntity<byte[]>> reload(ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.ROUTES,
                PAGE,
                look -> look.fields("reason").flatMap(sent -> look.ask(Ask.post(API + "/reload", sent))));
    }

    private Mono<ResponseEntity<byte[]>> act(String id, String verb, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.ROUTES,
                PAGE,
                look -> look.fields("reason")
                        .flatMap(sent -> look.ask(Ask.post(API + "/" + Ask.part(id) + "/" + verb, sent))));
    }
}
