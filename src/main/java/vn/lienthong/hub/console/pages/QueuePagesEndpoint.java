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

/** The broker's queues, what lies in one of them, and the way back for what the broker gave up on. */
@RestController
class QueuePagesEndpoint {

    private static final String PAGE = "/console/queues";
    private static final String API = "/api/v1/queues";

    private final Screens screens;

    QueuePagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> queues(ServerWebExchange exchange) {
        return screens.show(exchange, Area.QUEUES, "queues", look -> look.all(Map.of("queues", Ask.get(API))));
    }

    @GetMapping(PAGE + "/one")
    Mono<ResponseEntity<byte[]>> one(@RequestParam String name, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.QUEUES,
                "queue",
                look -> look.all(
                        Map.of("queues", Ask.get(API), "messages", Ask.get(API + "/" + Ask.part(name) + "/messages"))));
    }

    @PostMapping(PAGE + "/return")
    Mono<ResponseEntity<byte[]>> back(@RequestParam String name, @RequestParam String id, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.QUEUES,
                Ask.link(PAGE + "/one", Map.of(), Map.of("name", name)),
                look -> look.fields("reason")
                        .flatMap(sent -> look.ask(Ask.post(API + "/dead/" + Ask.part(id) + "/return", sent))));
    }
}
