package vn.lienthong.hub.console.pages;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Ask;

/** One record that was refused or parked: what was sent, why it failed, and what it would come to today. */
@RestController
class FailurePagesEndpoint {

    private static final String PAGE = "/console/failures";
    private static final String API = "/api/v1/failures";

    private final Screens screens;

    FailurePagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping(PAGE + "/one")
    Mono<ResponseEntity<byte[]>> one(
            @RequestParam String receipt, @RequestParam String no, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ISSUES,
                "failure",
                look -> look.all(Map.of("one", Ask.get(path(receipt, no)), "today", today(receipt, no))));
    }

    /** Shown once, in the answer to this form, and kept in the audit. */
    @PostMapping(PAGE + "/reveal")
    Mono<ResponseEntity<byte[]>> reveal(
            @RequestParam String receipt, @RequestParam String no, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ISSUES,
                "failure",
                look -> look.fields("reason").flatMap(sent -> {
                    Map<String, Ask> asks = new HashMap<>();
                    asks.put("today", today(receipt, no));
                    asks.put("one", Ask.get(path(receipt, no)));
                    asks.put(
                            "revealed",
                            Ask.get(path(receipt, no), "reveal", true, "reason", sent.getOrDefault("reason", "")));
                    return look.all(asks);
                }));
    }

    @PostMapping(PAGE + "/replay")
    Mono<ResponseEntity<byte[]>> replay(
            @RequestParam String receipt, @RequestParam String no, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.ISSUES,
                Ask.link(PAGE + "/one", Map.of(), Map.of("receipt", receipt, "no", no)),
                look -> look.fields("reason").flatMap(sent -> look.ask(Ask.post(path(receipt, no) + "/replay", sent))));
    }

    private static String path(String receipt, String no) {
        return API + "/" + Ask.part(receipt) + "/" + Ask.part(no);
    }

    private static Ask today(String receipt, String no) {
        return Ask.get(path(receipt, no) + "/today");
    }
}
