package vn.lienthong.hub.console.pages;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;
import vn.lienthong.hub.platform.time.VietnamTime;

/** What happened since a time of day, to hand a shift over; made to be printed. */
@RestController
class HandOverPagesEndpoint {

    private static final String PAGE = "/console/hand-over";
    private static final String API = "/api/v1/hand-over";
    private static final int MOST = 50;
    private static final Pattern HOUR = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private static final String STAFF = "staff-log-in-refused";
    private static final String CITIZENS = "log-in-refused";

    private final Screens screens;
    private final Clock clock;

    /** How often log-ins were refused; {@code more} when there were more than were asked for. */
    public record Refusals(long times, boolean more) {}

    HandOverPagesEndpoint(Screens screens, Clock clock) {
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> since(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.HAND_OVER,
                "hand-over",
                look -> look.ask(Ask.get(API, "since", moment(look.filter("since"))))
                        .flatMap(told -> look.all(asks(told, look)).map(found -> {
                            found.put("told", told);
                            found.put("groups", groups(found.get("routes")));
                            found.put("staffRefused", times(found, "refusals", STAFF));
                            found.put("citizensRefused", times(found, "citizens", CITIZENS));
                            return found;
                        })));
    }

    private static Map<String, Ask> asks(Answer told, Look look) {
        Map<String, Ask> asks = new HashMap<>();
        if (!told.ok()) {
            return asks;
        }
        String since = told.text("since");
        asks.put("turns", Ask.get("/api/v1/issues/turns", "since", since));
        asks.put("routes", Ask.get("/api/v1/routes"));
        asks.put("outlook", Ask.get("/api/v1/national/outlook"));
        asks.put("meanings", Ask.get("/api/v1/meanings", "state", "PROPOSED", "limit", MOST));
        asks.put("plans", Ask.get("/api/v1/resends", "limit", MOST));
        if (look.reachesIdentity()) {
            asks.put("refusals", refused(STAFF, since));
            asks.put("citizens", refused(CITIZENS, since));
            asks.put("floods", refused("refused-many", since));
        }
        return asks;
    }

    /** Whose each route is. */
    private static Map<Object, Object> groups(@Nullable Object routes) {
        return routes instanceof Answer known
                ? known.list("routes").stream()
                        .flatMap(one -> one instanceof Map<?, ?> route ? Stream.of(route) : Stream.empty())
                        .collect(Collectors.toMap(route -> route.get("id"), route -> route.get("group")))
                : Map.of();
    }

    /** Those that have an entry each, and those that the audit of a flood only counts. */
    private static Refusals times(Map<String, Object> found, String each, String action) {
        if (!(found.get(each) instanceof Answer one) || !(found.get("floods") instanceof Answer floods)) {
            return new Refusals(0, true);
        }
        long counted = floods.list("entries").stream()
                .map(entry -> entry instanceof Map<?, ?> flood ? flood.get("details") : null)
                .map(details -> details instanceof Map<?, ?> told ? told.get("kinds") : null)
                .flatMap(kinds -> kinds instanceof Map<?, ?> all ? all.entrySet().stream() : Stream.empty())
                .filter(kind -> (kind.getKey() + " ").startsWith(action + " "))
                .mapToLong(kind -> kind.getValue() instanceof Number number ? number.longValue() : 0)
                .sum();
        boolean more = one.at("next") != null || floods.at("next") != null;
        return new Refusals(one.list("entries").size() + counted, more);
    }

    private static Ask refused(String action, String since) {
        return Ask.get("/api/v1/identity/audit/entries", "action", action, "from", since, "limit", 200);
    }

    @PostMapping(PAGE + "/note")
    Mono<ResponseEntity<byte[]>> note(ServerWebExchange exchange) {
        return screens.act(
                exchange,
                Area.HAND_OVER,
                PAGE,
                look -> look.fields("note").flatMap(sent -> look.ask(Ask.post(API + "/notes", sent))));
    }

    /** The last time it was that time of day in Vietnam; empty for anything that is none, which means the usual shift. */
    private String moment(String hour) {
        if (!HOUR.matcher(hour).matches()) {
            return "";
        }
        ZonedDateTime now = clock.instant().atZone(VietnamTime.ZONE);
        ZonedDateTime today = now.with(LocalTime.parse(hour));
        return (today.isAfter(now) ? today.minusDays(1) : today).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
