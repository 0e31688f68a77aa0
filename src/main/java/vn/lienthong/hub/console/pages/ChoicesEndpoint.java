package vn.lienthong.hub.console.pages;

import java.time.Duration;
import java.util.Set;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.session.Targets;

/** Keeps language, theme and saved views for a year, in the browser. */
@RestController
class ChoicesEndpoint {

    private static final Duration YEAR = Duration.ofDays(365);

    @PostMapping("/console/choice")
    Mono<ResponseEntity<byte[]>> choose(ServerWebExchange exchange) {
        return exchange.getFormData().map(form -> {
            keep(exchange, Choices.LANGUAGE, String.valueOf(form.getFirst("language")), Set.of("vi", "en"));
            keep(exchange, Choices.THEME, String.valueOf(form.getFirst("theme")), Choices.THEMES);
            return Screens.seeOther(Targets.ours(String.valueOf(form.getFirst("back"))));
        });
    }

    @PostMapping("/console/views")
    Mono<ResponseEntity<byte[]>> save(ServerWebExchange exchange) {
        return exchange.getFormData().map(form -> {
            String address = Targets.ours(String.valueOf(form.getFirst("back")));
            keep(exchange, SavedViews.of(exchange).with(String.valueOf(form.getFirst("name")), address));
            return Screens.seeOther(address);
        });
    }

    @PostMapping("/console/views/forget")
    Mono<ResponseEntity<byte[]>> forget(ServerWebExchange exchange) {
        return exchange.getFormData().map(form -> {
            keep(exchange, SavedViews.of(exchange).without(String.valueOf(form.getFirst("name"))));
            return Screens.seeOther(Targets.ours(String.valueOf(form.getFirst("back"))));
        });
    }

    private static void keep(ServerWebExchange exchange, SavedViews views) {
        String value = views.cookie();
        keep(exchange, SavedViews.COOKIE, value, Set.of(value));
    }

    private static void keep(ServerWebExchange exchange, String name, String value, Set<String> allowed) {
        if (allowed.contains(value)) {
            exchange.getResponse()
                    .addCookie(ResponseCookie.from(name, value)
                            .path("/console")
                            .maxAge(YEAR)
                            .httpOnly(true)
                            .sameSite("Lax")
                            .build());
        }
    }
}
