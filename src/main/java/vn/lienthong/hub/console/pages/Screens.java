package vn.lienthong.hub.console.pages;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;
import vn.lienthong.hub.console.api.HubApi;
import vn.lienthong.hub.console.session.Visit;

/** Makes pages: asks the API what a screen needs and shows it; and carries out what a form asks. */
@Component
public class Screens {

    private static final Set<String> WHOLE = Set.of();

    private final HubApi api;
    private final PageTemplates templates;
    private final Clock clock;

    Screens(HubApi api, PageTemplates templates, Clock clock) {
        this.clock = clock;
        this.api = api;
        this.templates = templates;
    }

    /** The page of this template over what {@code model} found; its answers stand under their names. */
    public Mono<ResponseEntity<byte[]>> show(
            ServerWebExchange exchange, Area area, String template, Function<Look, Mono<Map<String, Object>>> model) {
        return showOrGo(exchange, area, template, model, found -> Optional.empty());
    }

    /** Only the live parts with these ids, for a page that renews itself: {@code model} asks no more than they show. */
    Mono<ResponseEntity<byte[]>> renew(
            ServerWebExchange exchange,
            Area area,
            String template,
            Set<String> ids,
            Function<Look, Mono<Map<String, Object>>> model) {
        Set<String> parts = ids.stream().map(id -> "#" + id).collect(Collectors.toSet());
        return look(exchange)
                .flatMap(look -> model.apply(look)
                        .flatMap(found -> look.isOver()
                                ? Mono.just(logIn())
                                : templates.page(exchange, look, HttpStatus.OK, area, template, parts, found)));
    }

    /** A page, or where to go instead of it when {@code elsewhere} says so. */
    public Mono<ResponseEntity<byte[]>> showOrGo(
            ServerWebExchange exchange,
            Area area,
            String template,
            Function<Look, Mono<Map<String, Object>>> model,
            Function<Map<String, Object>, Optional<String>> elsewhere) {
        return look(exchange)
                .flatMap(look -> area.isFor(look.visit())
                        ? model.apply(look)
                                .flatMap(found -> look.isOver()
                                        ? Mono.just(logIn())
                                        : elsewhere
                                                .apply(found)
                                                .map(address -> Mono.just(seeOther(address)))
                                                .orElseGet(() -> templates.page(
                                                        exchange, look, HttpStatus.OK, area, template, WHOLE, found)))
                        : hindered(exchange, look, area, Area.HOME.path(), Answer.FORBIDDEN));
    }

    /** Carries out what a form asked, then shows {@code back} with what was done, or what hindered it. */
    public Mono<ResponseEntity<byte[]>> act(
            ServerWebExchange exchange, Area area, String back, Function<Look, Mono<Answer>> act) {
        return actAndGo(exchange, area, back, act, answer -> back);
    }

    /** The same, for an act whose answer says which page shows what was done. */
    public Mono<ResponseEntity<byte[]>> actAndGo(
            ServerWebExchange exchange,
            Area area,
            String back,
            Function<Look, Mono<Answer>> act,
            Function<Answer, String> onward) {
        return look(exchange)
                .flatMap(look -> act.apply(look).flatMap(answer -> {
                    if (look.isOver()) {
                        return Mono.just(logIn());
                    }
                    return answer.ok()
                            ? Mono.just(seeOther(Links.done(onward.apply(answer))))
                            : hindered(exchange, look, area, back, answer);
                }));
    }

    /** A list of the API as a file for a spreadsheet; {@code page} asks for the part behind a cursor. */
    public Mono<ResponseEntity<Flux<byte[]>>> download(
            ServerWebExchange exchange,
            String name,
            List<String> columns,
            String member,
            BiFunction<Look, String, Ask> page) {
        return download(exchange, name, columns, member, page, (look, row) -> row);
    }

    /** The same, each row in words for whoever looks. */
    Mono<ResponseEntity<Flux<byte[]>>> download(
            ServerWebExchange exchange,
            String name,
            List<String> columns,
            String member,
            BiFunction<Look, String, Ask> page,
            BiFunction<Look, Object, Object> told) {
        return look(exchange)
                .flatMap(look -> Downloads.list(look, name, columns, member, page, row -> told.apply(look, row)));
    }

    /** A file of the API, its bytes and its name as they are; a page when there is none. */
    public Mono<ResponseEntity<Flux<byte[]>>> file(
            ServerWebExchange exchange, Area area, String back, Function<Look, Ask> file) {
        return look(exchange)
                .flatMap(look -> look.fetch(file.apply(look)).flatMap(answer -> {
                    if (answer.getStatusCode().is2xxSuccessful()) {
                        return Mono.just(Downloads.kept(answer));
                    }
                    return Downloads.unused(answer)
                            .then(look.isOver() ? Mono.just(logIn()) : whyNot(exchange, look, area, back, file))
                            .map(Downloads::whole);
                }));
    }

    private Mono<ResponseEntity<byte[]>> whyNot(
            ServerWebExchange exchange, Look look, Area area, String back, Function<Look, Ask> file) {
        return look.ask(file.apply(look)).flatMap(why -> hindered(exchange, look, area, back, why));
    }

    private Mono<ResponseEntity<byte[]>> hindered(
            ServerWebExchange exchange, Look look, Area area, String back, Answer answer) {
        HttpStatus status = HttpStatus.resolve(answer.status());
        return templates.page(
                exchange,
                look,
                status == null ? HttpStatus.BAD_GATEWAY : status,
                area,
                "hindered",
                WHOLE,
                Map.of("answer", answer, "back", back));
    }

    /** A page for somebody who is not logged in. */
    Mono<ResponseEntity<byte[]>> outside(
            ServerWebExchange exchange, HttpStatus status, String template, Map<String, Object> model) {
        return templates.page(exchange, null, status, null, template, WHOLE, model);
    }

    private Mono<Look> look(ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(Authentication::getPrincipal)
                .cast(Visit.class)
                .map(visit -> new Look(exchange, visit, Choices.of(exchange), api, clock.millis()));
    }

    private static ResponseEntity<byte[]> logIn() {
        return seeOther("/console/log-in?problem=over");
    }

    static ResponseEntity<byte[]> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
