package vn.lienthong.hub.console.pages;

import java.util.LinkedHashMap;
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

/**
 * The province's log-in as its operators see it: accounts that may be one person, log-ins that hold, and what clients are
 * still to be told. Identity knows the tokens it gave and no keys of the hub, so a log-in with a key sees none of it.
 */
@RestController
class IdentityPagesEndpoint {

    private static final String PAGE = "/console/identity";
    private static final String API = "/api/v1/identity";

    private static final Answer NOBODY = new Answer(403, Map.of("detail", "Hệ đăng nhập chỉ nhận tài khoản cán bộ"));

    private final Screens screens;

    IdentityPagesEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> all(ServerWebExchange exchange) {
        return screens.show(exchange, Area.IDENTITY, "identity", look -> {
            if (!look.reachesIdentity()) {
                return Mono.just(Map.of("reached", false));
            }
            Map<String, Ask> asks = new LinkedHashMap<>();
            asks.put("conflicts", Ask.get(API + "/conflicts"));
            asks.put("logins", Ask.get(API + "/logins", "who", look.filter("who"), "before", look.filter("before")));
            asks.put("errands", Ask.get(API + "/errands", "state", state(look), "before", look.filter("earlier")));
            return look.all(asks).map(model -> {
                model.put("reached", true);
                model.put("state", state(look));
                return model;
            });
        });
    }

    @PostMapping(PAGE + "/conflict")
    Mono<ResponseEntity<byte[]>> resolve(@RequestParam String id, ServerWebExchange exchange) {
        return act(
                exchange,
                look -> look.fields("resolution", "reason")
                        .flatMap(sent -> look.ask(Ask.post(API + "/conflicts/" + Ask.part(id) + "/resolution", sent))));
    }

    @PostMapping(PAGE + "/end")
    Mono<ResponseEntity<byte[]>> end(@RequestParam String id, ServerWebExchange exchange) {
        return act(
                exchange,
                look -> look.fields("reason")
                        .flatMap(sent -> look.ask(Ask.post(API + "/logins/" + Ask.part(id) + "/end", sent))));
    }

    private Mono<ResponseEntity<byte[]>> act(ServerWebExchange exchange, Act act) {
        return screens.act(
                exchange, Area.IDENTITY, PAGE, look -> look.reachesIdentity() ? act.by(look) : Mono.just(NOBODY));
    }

    private interface Act {

        Mono<Answer> by(Look look);
    }

    /** What waits, unless the address says otherwise. */
    private static String state(Look look) {
        String state = look.filter("state");
        return state.isEmpty() ? "WAITING" : state;
    }
}
