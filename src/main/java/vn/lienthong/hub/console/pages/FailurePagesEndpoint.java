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
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;

/** One record that was refused or parked: what was sent, why it failed, and what it would come to today. */
@RestController
class FailurePagesEndpoint {

    private static final String PAGE = "/console/failures";
    private static final String API = "/api/v1/failures";
    private static final int NOT_FOUND = 404;

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
                look -> look.ask(Ask.get(path(receipt, no)))
                        .flatMap(one -> look.all(beside(one, receipt, no)).map(found -> {
                            found.put("one", one);
                            return found;
                        })));
    }

    /** What stands for it or became of it when it waits no more, else what it would come to. */
    private static Map<String, Ask> beside(Answer one, String receipt, String no) {
        boolean replaced = one.at("failure") instanceof Map<?, ?> failure && failure.get("replacedBy") != null;
        return replaced || one.status() == NOT_FOUND
                ? Map.of("repair", Ask.get(path(receipt, no) + "/repair"))
                : Map.of("today", today(receipt, no));
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
                back(receipt, no),
                look -> look.fields("reason").flatMap(sent -> look.ask(Ask.post(path(receipt, no) + "/replay", sent))));
    }

    /** Asks for a reason and shows the text to be edited: once, in the answer to this form. */
    @PostMapping(PAGE + "/edit")
    Mono<ResponseEntity<byte[]>> edit(
            @RequestParam String receipt, @RequestParam String no, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ISSUES,
                "edit",
                look -> look.fields("reason")
                        .flatMap(sent -> look.ask(
                                        Ask.get(path(receipt, no) + "/edits/draft", "reason", sent.get("reason")))
                                .map(draft -> editing(draft, draft.text("content"), sent.getOrDefault("reason", "")))));
    }

    /** What the edited text would come to, with the text to go on from. */
    @PostMapping(PAGE + "/edit/try")
    Mono<ResponseEntity<byte[]>> tryEdit(
            @RequestParam String receipt, @RequestParam String no, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.ISSUES,
                "edit",
                look -> edited(look)
                        .flatMap(edit -> look.ask(Ask.post(path(receipt, no) + "/edits/dry-run", edit))
                                .map(tried -> editing(
                                        tried, edit.getOrDefault("content", ""), edit.getOrDefault("reason", "")))));
    }

    @PostMapping(PAGE + "/edit/send")
    Mono<ResponseEntity<byte[]>> send(
            @RequestParam String receipt, @RequestParam String no, ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.ISSUES,
                back(receipt, no),
                look -> edited(look).flatMap(edit -> look.ask(Ask.post(path(receipt, no) + "/edits", edit))));
    }

    /** The text as it is, blanks and all; a browser sends each end of a line as two letters. */
    private static Mono<Map<String, String>> edited(Look look) {
        return look.text("content")
                .flatMap(content -> look.fields("reason").map(sent -> {
                    Map<String, String> edit = new HashMap<>(sent);
                    edit.put("content", content.replace("\r\n", "\n"));
                    return edit;
                }));
    }

    private static Map<String, Object> editing(Answer answer, String content, String reason) {
        return Map.of("answer", answer, "content", content, "reason", reason);
    }

    private static String back(String receipt, String no) {
        return Ask.link(PAGE + "/one", Map.of(), Map.of("receipt", receipt, "no", no));
    }

    private static String path(String receipt, String no) {
        return API + "/" + Ask.part(receipt) + "/" + Ask.part(no);
    }

    private static Ask today(String receipt, String no) {
        return Ask.get(path(receipt, no) + "/today");
    }
}
