package vn.lienthong.hub.console.pages;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;

/** Is the province in sync? Per department and for the national link, red only where somebody must act. */
@RestController
class HomePageEndpoint {

    private final Screens screens;

    HomePageEndpoint(Screens screens) {
        this.screens = screens;
    }

    @GetMapping({"/console", "/console/"})
    Mono<ResponseEntity<byte[]>> home(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.HOME,
                "home",
                look -> look.all(
                                Map.of("overview", Ask.get("/api/v1/overview"), "issues", Ask.get("/api/v1/issues")),
                                province(look))
                        .map(found -> told(found, look)));
    }

    private static Map<String, Object> told(Map<String, Object> found, Look look) {
        Map<String, Object> model = new HashMap<>(found);
        if (found.get("overview") instanceof Answer overview && found.get("issues") instanceof Answer issues) {
            model.put("stands", HomeRows.of(overview, issues, look.visit()));
        }
        return model;
    }

    /** Only whoever may be the second person is told what waits for one. */
    private static Map<String, Ask> province(Look look) {
        Ask outlook = Ask.get("/api/v1/national/outlook");
        return look.visit().may("DECIDE")
                ? Map.of("outlook", outlook, "decisions", Ask.get("/api/v1/hand-over/decisions"))
                : Map.of("outlook", outlook);
    }
}
