package vn.lienthong.hub.console.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;
import vn.lienthong.hub.console.api.HubApi;
import vn.lienthong.hub.console.session.Visit;

/** One look of one person at one page: what is asked for it, and by which calls. */
public final class Look {

    private final ServerWebExchange exchange;
    private final Visit visit;
    private final Choices choices;
    private final HubApi api;
    private final List<Ask> asked = new CopyOnWriteArrayList<>();
    private final long began;
    private volatile boolean over;

    /** {@code began} in milliseconds since 1970: what changes from then on may not be on the page. */
    Look(ServerWebExchange exchange, Visit visit, Choices choices, HubApi api, long began) {
        this.began = began;
        this.exchange = exchange;
        this.visit = visit;
        this.choices = choices;
        this.api = api;
    }

    /** What the API says to this person. */
    public Mono<Answer> ask(Ask ask) {
        asked.add(ask);
        return api.ask(ask, visit.proof(), choices.language()).doOnNext(answer -> over |= isOver(ask, answer.status()));
    }

    /** Whether identity's API can be asked for this person: it knows the tokens it gave, and no keys. */
    public boolean reachesIdentity() {
        return visit.byProvider() && api.reachesIdentity();
    }

    /** Identity may know nothing of somebody whom the hub knows. */
    private static boolean isOver(Ask ask, int status) {
        return status == 401 && !ask.isOfIdentity();
    }

    /** A file of the API as this person may have it. */
    Mono<ResponseEntity<Flux<byte[]>>> fetch(Ask ask) {
        asked.add(ask);
        return api.fetch(ask, visit.proof(), choices.language())
                .doOnNext(answer -> over |= isOver(ask, answer.getStatusCode().value()))
                .defaultIfEmpty(ResponseEntity.status(HttpStatus.BAD_GATEWAY).body(Flux.empty()));
    }

    /** All of these at a time, each under its name. */
    public Mono<Map<String, Object>> all(Map<String, Ask> asks) {
        return Flux.fromIterable(asks.entrySet())
                .flatMap(entry -> ask(entry.getValue()).map(answer -> Map.entry(entry.getKey(), answer)))
                .collect(LinkedHashMap::new, (model, entry) -> model.put(entry.getKey(), entry.getValue()));
    }

    /** The same; those of the {@code province} are not asked for somebody of one department, to whom they say nothing. */
    public Mono<Map<String, Object>> all(Map<String, Ask> asks, Map<String, Ask> province) {
        Map<String, Ask> all = new LinkedHashMap<>(asks);
        if (!visit.ofDepartment()) {
            all.putAll(province);
        }
        return all(all).map(model -> {
            province.keySet().forEach(name -> model.putIfAbsent(name, Answer.FORBIDDEN));
            return model;
        });
    }

    /** A filter of the page's address, empty when not given. */
    public String filter(String name) {
        @Nullable String value = exchange.getRequest().getQueryParams().getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** What a form sent under these names, each empty when it did not. */
    public Mono<Map<String, String>> fields(String... names) {
        return exchange.getFormData().map(form -> {
            Map<String, String> sent = new LinkedHashMap<>();
            for (String name : names) {
                @Nullable String value = form.getFirst(name);
                sent.put(name, value == null ? "" : value.strip());
            }
            return sent;
        });
    }

    /** One text of a form as it was sent, empty when it was not. */
    public Mono<String> text(String name) {
        return exchange.getFormData().map(form -> Objects.requireNonNullElse(form.getFirst(name), ""));
    }

    public Visit visit() {
        return visit;
    }

    long began() {
        return began;
    }

    Locale language() {
        return choices.language();
    }

    Choices choices() {
        return choices;
    }

    List<Ask> asked() {
        return List.copyOf(asked);
    }

    /** Whether the proof opens nothing any more. */
    boolean isOver() {
        return over;
    }
}
