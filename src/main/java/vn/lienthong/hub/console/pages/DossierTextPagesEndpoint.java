package vn.lienthong.hub.console.pages;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;
import vn.lienthong.hub.console.pages.DossierTexts.Text;
import vn.lienthong.hub.platform.diff.LineDiff;

/** What was said of one dossier side by side, from its sender to the portal's answer; and who looked at it. */
@RestController
class DossierTextPagesEndpoint {

    private static final String API = "/api/v1/dossiers";
    private static final String RAW = "raw:";

    private final Screens screens;

    DossierTextPagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/console/dossiers/texts")
    Mono<ResponseEntity<byte[]>> texts(@RequestParam String code, ServerWebExchange exchange) {
        return screens.show(exchange, Area.DOSSIERS, "texts", look -> model(look, code, ""));
    }

    /** Records in their senders' very words: shown once, in the answer to this form, and kept in the audit. */
    @PostMapping("/console/dossiers/texts/reveal")
    Mono<ResponseEntity<byte[]>> reveal(@RequestParam String code, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.DOSSIERS,
                "texts",
                look -> look.fields("reason")
                        .flatMap(sent -> model(look, code, or(sent.getOrDefault("reason", ""), " "))));
    }

    /** Asking is in the audit too. */
    @GetMapping("/console/dossiers/viewers")
    Mono<ResponseEntity<byte[]>> viewers(@RequestParam String code, ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.DOSSIERS,
                "viewers",
                look -> look.all(Map.of(
                        "viewers",
                        Ask.get(API + "/viewers", "code", code),
                        "fetches",
                        Ask.get("/api/v1/file-fetches", "code", code))));
    }

    private static Mono<Map<String, Object>> model(Look look, String code, String reason) {
        Map<String, Ask> asks = new LinkedHashMap<>();
        asks.put("dossier", Ask.get(API, "code", code));
        asks.put("records", Ask.get(API + "/records", "code", code));
        asks.put("sync", Ask.get(API + "/sync", "code", code));
        return look.all(asks).flatMap(found -> {
            DossierTexts texts =
                    new DossierTexts(answer(found, "records"), answer(found, "dossier"), answer(found, "sync"));
            List<Text> newest = texts.newest();
            String left = or(
                    look.filter("left"),
                    newest.isEmpty() ? "" : newest.getFirst().id());
            String right = or(look.filter("right"), earlier(texts, left));
            return Flux.fromStream(Stream.concat(newest.stream().map(Text::id), Stream.of(left, right))
                            .filter(id -> id.startsWith(RAW) && texts.find(id).isPresent())
                            .distinct())
                    .concatMap(id -> look.ask(record(code, id, reason)).map(answer -> Map.entry(id, answer)))
                    .collectList()
                    .map(read -> {
                        Map<String, Object> model = new HashMap<>(found);
                        read.forEach(entry -> texts.read(
                                entry.getKey(),
                                entry.getValue().text("content"),
                                Boolean.TRUE.equals(entry.getValue().at("cut"))));
                        model.put(
                                "unread",
                                read.stream()
                                        .map(Map.Entry::getValue)
                                        .filter(one -> !one.ok())
                                        .findFirst()
                                        .orElse(null));
                        model.put(
                                "revealed",
                                !reason.isEmpty()
                                        && read.stream()
                                                .anyMatch(one -> one.getValue().ok()));
                        model.put("all", texts.all());
                        model.put("beside", texts.newest());
                        model.put("left", left);
                        model.put("right", right);
                        model.put("diff", diff(texts, left, right));
                        model.put("cut", cut(texts, left) || cut(texts, right));
                        return model;
                    });
        });
    }

    /** What one would compare it with first: the one before of the same kind, else the canonical dossier. */
    private static String earlier(DossierTexts texts, String id) {
        String kind = texts.find(id).map(Text::kind).orElse("");
        return texts.all().stream()
                .filter(text -> text.kind().equals(kind))
                .map(Text::id)
                .dropWhile(other -> !other.equals(id))
                .skip(1)
                .findFirst()
                .orElse("canonical");
    }

    private static Ask record(String code, String id, String reason) {
        return reason.isEmpty()
                ? Ask.get(API + "/records/" + path(id), "code", code)
                : Ask.get(API + "/records/" + path(id), "code", code, "reveal", true, "reason", reason);
    }

    private static String path(String id) {
        String[] key = id.substring(RAW.length()).split("/", 2);
        return Ask.part(key[0]) + "/" + Ask.part(key.length > 1 ? key[1] : "");
    }

    /** From the one on the right, which is the older, to the one on the left; empty when one of them is not there whole. */
    private static Optional<String> diff(DossierTexts texts, String left, String right) {
        return texts.find(left)
                .filter(fresh -> !fresh.cut())
                .flatMap(fresh -> texts.find(right)
                        .filter(old -> !old.cut())
                        .map(old -> LineDiff.of(old.id(), old.content(), fresh.id(), fresh.content())));
    }

    private static boolean cut(DossierTexts texts, String id) {
        return texts.find(id).map(Text::cut).orElse(false);
    }

    private static Answer answer(Map<String, Object> found, String name) {
        return (Answer) Objects.requireNonNull(found.get(name));
    }

    private static String or(String said, String usual) {
        return said.isEmpty() ? usual : said;
    }
}
